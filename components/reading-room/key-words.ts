const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** A key of the tables as it is printed on keyboards, one word a keycap: `Ctrl`, `↓`. */
export function keyWords(key: string, isMac: boolean): string[] {
  return key.split('+').map((part) => {
    if (isMac && part in MAC_NAMES) return MAC_NAMES[part] ?? part;
    if (part === 'Mod') return 'Ctrl';
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
