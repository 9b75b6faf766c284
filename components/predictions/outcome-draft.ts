import type { Result } from '#lib/insight/predictions/outcomes.ts';
import { NO_EVIDENCE, type TypedEvidence } from './evidence-given.ts';

/** What is typed of an answer and not in the ledger yet. */
export interface OutcomeDraft {
  result: Result | null;
  /** ISO day; empty when none is given. */
  date: string;
  evidence: readonly TypedEvidence[];
  /** Key of the record that it was sent as; null before. The server may still refuse that. */
  sent: string | null;
}

export const NOTHING_TYPED: OutcomeDraft = {
  result: null,
  date: '',
  evidence: [NO_EVIDENCE],
  sent: null,
};

/** Whose draft it is, and of what: `marks` are the keys of the prediction's marks. */
export interface DraftOf {
  user: string;
  reading: string;
  marks: readonly string[];
}

/** On this device, like the drafts of comments, until the ledger holds it; null when nothing is kept. */
export function keptDraft(of: DraftOf, storage = ownStorage()): OutcomeDraft | null {
  const found = slotsOf(of).map((slot) => parsed(storage?.getItem(slot) ?? null));
  return found.find((draft) => draft !== null) ?? null;
}

/** One prediction has one draft, whichever of its marks stands for it later. */
export function keepDraft(of: DraftOf, draft: OutcomeDraft | null, storage = ownStorage()): void {
  const [first, ...others] = slotsOf(of);
  for (const slot of others) storage?.removeItem(slot);
  if (first === undefined) return;
  if (draft === null) return storage?.removeItem(first);
  try {
    storage?.setItem(first, JSON.stringify(draft));
  } catch {
    // The quota is used up: it stays in the form for as long as the page does.
  }
}

function slotsOf({ user, reading, marks }: DraftOf): string[] {
  return marks.map((mark) => JSON.stringify(['postil-outcome', user, reading, mark]));
}

/** Only the outline is checked: words are worth keeping whatever they are. */
function parsed(json: string | null): OutcomeDraft | null {
  try {
    const draft = JSON.parse(json ?? '') as OutcomeDraft;
    return draft.evidence.length > 0 && draft.evidence.every(isTyped) ? draft : null;
  } catch {
    return null;
  }
}

const isTyped = ({ url, quote, note }: TypedEvidence): boolean =>
  [url, quote, note].every((words) => typeof words === 'string');

/** Null where the browser forbids storage: then even asking for it throws. */
function ownStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
