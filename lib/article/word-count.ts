/** Words as `wc -w` counts them: runs of characters that are not white space. */
export function wordCount(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/\S+/gu)) words += 1;
  return words;
}
