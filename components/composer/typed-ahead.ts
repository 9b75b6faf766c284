/** What was typed before a composer came, and whether it was sent with Ctrl or Cmd and Enter. */
interface TypedAhead {
  words: string;
  isSent: boolean;
}

const NOTHING: TypedAhead = { words: '', isSent: false };

/**
 * What is typed for the first composer of a page while its code still loads; every later one is there at once. A page has one
 * keyboard, so there is one of these.
 */
let typed = NOTHING;
let isLoaded = false;

/** A composer is there and takes the focus. Gives what was typed for it. */
export function composerCame(): TypedAhead {
  const waiting = typed;
  typed = NOTHING;
  isLoaded = true;
  return waiting;
}

/** Nothing is written any more. */
export function forgetTypedAhead(): void {
  typed = NOTHING;
}

/** Whether the key, pressed while something is being written, was kept for the composer to come. */
export function isTypedAhead(event: KeyboardEvent): boolean {
  if (isLoaded) return false;
  const next = afterKey(typed, event);
  typed = next ?? typed;
  return next !== null;
}

/** Null for a key that is none of a composer's. What comes after the sending is for nothing that is there. */
function afterKey(before: TypedAhead, { key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const { words, isSent } = before;
  if (isSent) return key === 'Escape' ? null : before;
  if (key === 'Enter' && (ctrlKey || metaKey)) return { words, isSent: words !== '' };
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Backspace') return { words: words.slice(0, -1), isSent };
  if (key === 'Enter') return { words: `${words}\n`, isSent };
  return key.length === 1 ? { words: words + key, isSent } : null;
}
