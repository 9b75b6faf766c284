/** A letter with its accents, as one. */
const LETTER = /^\P{M}\p{M}*/u;
const TWO_LETTERS = /^(?:\P{M}\p{M}*){1,2}/u;
/** What tells equal names of a group apart. */
const NUMBER = /\s*\((\d+)\)$/;

/** Two signs for an avatar: "Anna Baum" gives AB, "Anna Baum (2)" A2, "Cher" CH. */
export function initials(name: string): string {
  const number = NUMBER.exec(name)?.[1];
  const words = name.replace(NUMBER, '').trim().split(/\s+/);
  const [first = '', last = number ?? words.slice(1).at(-1)] = words.slice(0, 1);
  const letters =
    last === undefined
      ? TWO_LETTERS.exec(first)?.[0]
      : `${LETTER.exec(first)?.[0]}${number ?? LETTER.exec(last)?.[0]}`;
  return (letters ?? '?').toLocaleUpperCase('en');
}
