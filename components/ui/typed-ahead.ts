/** A field whose code comes with its first use. */
export type LaterField = 'composer' | 'search';

/** What was typed before a field came, and whether it was sent with Ctrl or Cmd and Enter. */
interface TypedAhead {
  words: string;
  isSent: boolean;
}

const NOTHING: TypedAhead = { words: '', isSent: false };

/**
 * What is typed for a field while it still loads. A page has one keyboard, so there is one of these.
 */
let typed = NOTHING;
const there = new Set<LaterField>();

/** The field is there and takes the focus. Gives what was typed for it. */
export function fieldCame(field: LaterField): TypedAhead {
  const waiting = typed;
  typed = NOTHING;
  there.add(field);
  return waiting;
}

/** The next one of its kind is awaited anew: it is not there at once. */
export function fieldWent(field: LaterField): void {
  there.delete(field);
}

/** Nothing is to be typed any more. */
export function forgetTypedAhead(): void {
  typed = NOTHING;
}

/** Whether the key, pressed while the field is awaited, was kept for it. */
export function isTypedAhead(field: LaterField, event: KeyboardEvent): boolean {
  if (there.has(field)) return false;
  const next = afterKey(typed, event);
  typed = next ?? typed;
  return next !== null;
}

/** Null for a key that is none of a field's. What comes after the sending is for nothing that is there. */
function afterKey(before: TypedAhead, { key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const { words, isSent } = before;
  if (isSent) return key === 'Escape' ? null : before;
  if (key === 'Enter' && (ctrlKey || metaKey)) return { words, isSent: words !== '' };
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Backspace') return { words: words.slice(0, -1), isSent };
  if (key === 'Enter') return { words: `${words}\n`, isSent };
  return key.length === 1 ? { words: words + key, isSent } : null;
}
