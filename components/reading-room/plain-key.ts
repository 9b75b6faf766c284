const FIELDS =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"]';

/** Whether the event is this key alone, pressed outside every field. */
export function isPlainKey(event: KeyboardEvent, key: string): boolean {
  return event.key.toLowerCase() === key && isPlain(event);
}

/** No modifier, no field, not the middle of a composition, and nobody took it before. */
export function isPlain(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  if (modified || event.isComposing || event.defaultPrevented) return false;
  return !(event.target instanceof Element && event.target.closest(FIELDS) !== null);
}
