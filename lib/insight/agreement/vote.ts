/**
 * What somebody gave a part of the text: one tag, or several where they tie. None: they said that they were done, and marked
 * nothing here. Sorted, each once.
 */
export type Vote = readonly string[];

/** Sorted and each once: two equal sets of tags are equal lists. */
export function voteOf(tags: Iterable<string>): Vote {
  return [...new Set(tags)].sort();
}

/** Equal for equal votes only: a tag holds no NUL. */
export const voteKey = (vote: Vote): string =>
  vote.length === 1 ? (vote[0] ?? '') : vote.join('\u0000');

/**
 * How alike two votes are: |A ∩ B| / |A ∪ B| (P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist
 * 11, 1912). 1 for equal ones, two empty ones among them; 0 without a common tag; between single tags 1 or 0.
 */
export function likeness(a: Vote, b: Vote): number {
  const common = a.filter((tag) => b.includes(tag)).length;
  const all = a.length + b.length - common;
  return all === 0 ? 1 : common / all;
}
