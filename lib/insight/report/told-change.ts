import type { ChangedTag } from '../changed-tags.ts';
import { shortQuote } from '../short-quote.ts';
import type { AsThen } from './words-then.ts';

/** A changed tag as it is told: times in ISO 8601 UTC, the passage, and the words that were said last before. */
export interface ToldChange extends Omit<ChangedTag, 'at' | 'said'> {
  at: string;
  /** Of the passage. */
  words: string;
  /** `words`: null when they have been taken back or changed since. */
  said: { id: string; user: string; at: string; words: string | null } | null;
}

const MOST_WORDS = 160;

export function toldChange(
  { said, at, ...change }: ChangedTag,
  { wordsOf }: AsThen,
  text: string,
): ToldChange {
  return {
    ...change,
    at: iso(at),
    words: shortQuote(text.slice(change.start, change.end), MOST_WORDS),
    said: said === null ? null : { ...said, at: iso(said.at), words: wordsOf(said.id) },
  };
}

const iso = (time: number): string => new Date(time).toISOString();
