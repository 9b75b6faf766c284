/** What of a key event says which key it is. */
export type KeyGiven = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Whether the event is the key, written as `1`, `Shift+x`, `Mod+z` (Ctrl or ⌘) or `Alt+ArrowDown`. A key is the character that it
 * gives, wherever it lies; of characters Shift tells only letters apart, for `1` and `?` need it on some keyboards.
 */
export function givesKey(given: KeyGiven, key: string): boolean {
  const { modifiers, name } = partsOf(key);
  if (modifiers.has('Mod') !== (given.ctrlKey || given.metaKey)) return false;
  if (modifiers.has('Alt') !== given.altKey) return false;
  if (name.length === 1 && !isLetter(name)) return given.key === name;
  const sameShift = modifiers.has('Shift') === given.shiftKey;
  return sameShift && given.key.toLowerCase() === name.toLowerCase();
}

/** One character alone, or with Shift: what speech input and stray fingers set off (WCAG 2.1.4). */
export function isSingleKey(key: string): boolean {
  const { modifiers, name } = partsOf(key);
  return name.length === 1 && !modifiers.has('Mod') && !modifiers.has('Alt');
}

/** Where keys are typed, or are another's. A dialog that is not modal, the sheet, is part of the room. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="menu"], dialog:modal';

/** Pressed outside fields, menus and dialogs, not in the middle of a composition, and nobody took it before. */
export function isForRoom(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented) return false;
  return !(event.target instanceof Element && event.target.closest(ELSEWHERE) !== null);
}

function partsOf(key: string): { modifiers: ReadonlySet<string>; name: string } {
  const parts = key.split('+');
  return { modifiers: new Set(parts.slice(0, -1)), name: parts.at(-1) ?? '' };
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}
