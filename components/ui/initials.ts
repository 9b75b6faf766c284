/** A letter with its accents, as one. */
const LETTER = /^\P{M}\p{M}*/u;
const TWO_LETTERS = /^(?:\P{M}\p{M}*){1,2}/u;

/** Two letters for an avatar: "Anna Baum" gives AB, "Anna Baum (2)" too, "Cher" gives CH. */
export function initials(name: string): string {
  const words = name
    .replace(/\s*\(\d+\)$/, '')
    .trim()
    .split(/\s+/);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters =
    last === ''
      ? TWO_LETTERS.exec(first)?.[0]
      : `${LETTER.exec(first)?.[0]}${LETTER.exec(last)?.[0]}`;
  return (letters ?? '?').toLocaleUpperCase('en');
}
