import { observable } from '#lib/client/observable.ts';

const KEY = 'postil.import-draft';

/** The text in the paste area. It outlives a reload of this tab, where the browser gives storage. */
export const draft = observable(stored());

export function setDraft(text: string): void {
  draft.set(text);
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Storage may be off or full: the text then lives as long as the page.
  }
}

function stored(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
