import type { ProposedBlock } from './proposed-block.ts';

/**
 * How an article that somebody brings would be imported, for the person to confirm. `recognised` and
 * `looksLike.entry` are ids of catalogue entries (`likeness`: 0.5 to 1); `words` as `wc -w` counts.
 */
export interface ArticleProposal {
  title: string;
  byline: string | null;
  source: string | null;
  written: string | null;
  note: string | null;
  words: number;
  sha256: string;
  blocks: ProposedBlock[];
  recognised?: string;
  looksLike?: { entry: string; likeness: number };
}
