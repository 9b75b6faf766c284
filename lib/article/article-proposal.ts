import type { ProposedBlock } from './proposed-block.ts';

/** What is said of an article under its title; null where nothing is known. */
export interface AboutProposal {
  title: string;
  byline: string | null;
  source: string | null;
  written: string | null;
  note: string | null;
}

/**
 * How an article that somebody brings would be imported, for the person to confirm. `recognised` and
 * `looksLike.entry` are ids of catalogue entries; `words` as `wc -w` counts.
 */
export interface ArticleProposal extends AboutProposal {
  words: number;
  sha256: string;
  blocks: ProposedBlock[];
  recognised?: string;
  looksLike?: LooksLike;
}

/** Another copy of an article of the catalogue: the proposal says of it what the catalogue knows. */
export interface LooksLike {
  entry: string;
  /** The article's title in the catalogue. */
  title: string;
  /** 0.5 to 1. */
  likeness: number;
  /** What the text itself tells, in case it is another article after all. */
  asBrought: AboutProposal;
}
