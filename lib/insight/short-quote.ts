/** Of a text, at most about `most` UTF-16 units in whole words: its beginning and its end. */
export function shortQuote(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${cutEnd(words, most * 0.6)} … ${cutStart(words, most * 0.3)}`;
}

/** The first whole words of at most `length` units. */
export function cutEnd(words: string, length: number): string {
  return words.slice(0, length).replace(/\s+\S*$/u, '');
}

/** The last whole words of at most `length` units. */
export function cutStart(words: string, length: number): string {
  return words.slice(-length).replace(/^\S*\s+/u, '');
}
