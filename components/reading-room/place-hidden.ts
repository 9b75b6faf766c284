import { observable, type Observable } from '#lib/client/observable.ts';

const KEY = 'postil.hide-where-i-am';
const hidden = observable(readKept());

/** Whether others may not see where I read; remembered on this device. */
export const placeHidden: Observable<boolean> = hidden;

export function hidePlace(hide: boolean): void {
  hidden.set(hide);
  try {
    localStorage.setItem(KEY, hide ? '1' : '');
  } catch {
    // Without storage it holds for this page.
  }
}

function readKept(): boolean {
  try {
    return typeof localStorage !== 'undefined' && localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}
