import type { Stretch } from './contested.ts';

/** Written otherwise, meant alike. */
const ALIKE: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"' };

/**
 * The text as search compares it: no case, no accents, every space a space. Letter by letter, so that an offset (UTF-16) in it is
 * the same in the text.
 */
export function folded(text: string): string {
  return text.replaceAll(/[^ -@[-~]/gu, foldLetter);
}

function foldLetter(letter: string): string {
  if (/\s/u.test(letter)) return ' ';
  const bare = ALIKE[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.length === letter.length ? bare : letter;
}

/** Where the words stand in a folded text, in its order, at most `most`; none overlap. Spaces round the words are not looked for. */
export function foundIn(foldedText: string, words: string, most = Infinity): Stretch[] {
  const sought = folded(words.normalize('NFC')).trim();
  const found: Stretch[] = [];
  if (sought === '') return found;
  let at = foldedText.indexOf(sought);
  while (at >= 0 && found.length < most) {
    found.push({ start: at, end: at + sought.length });
    at = foldedText.indexOf(sought, at + sought.length);
  }
  return found;
}
