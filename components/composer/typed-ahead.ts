/**
 * What is typed for the first composer of a page while its code still loads; every later one is there at once. A page has one
 * keyboard, so there is one of these.
 */
let typed = '';
let isLoaded = false;

/** A composer is there and takes the focus. Gives what was typed for it. */
export function composerCame(): string {
  const waiting = typed;
  typed = '';
  isLoaded = true;
  return waiting;
}

/** Nothing is written any more. */
export function forgetTypedAhead(): void {
  typed = '';
}

/** Whether the key, pressed while something is being written, was kept for the composer to come. */
export function isTypedAhead({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (isLoaded || ctrlKey || metaKey || altKey) return false;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key === 'Enter') typed += '\n';
  else if (key.length === 1) typed += key;
  else return false;
  return true;
}
