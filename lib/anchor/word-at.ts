/** Part of the canonical text: UTF-16 offsets, half-open. */
export interface Stretch {
  start: number;
  end: number;
}

/** Made when first used: the browser reads its tables for it. */
let words: Intl.Segmenter | undefined;

/**
 * The words of a stretch in order, without what stands between them (Unicode Standard Annex 29; engines differ in details, so
 * words only help to choose: what is stored is what was chosen).
 */
export function wordsIn(text: string, { start, end }: Stretch): Stretch[] {
  words ??= new Intl.Segmenter('en', { granularity: 'word' });
  return [...words.segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

/** The word that `offset` would cut in two; null between words and at their edges. */
export function wordAt(text: string, block: Stretch, offset: number): Stretch | null {
  return wordsIn(text, block).find(({ start, end }) => start < offset && offset < end) ?? null;
}
