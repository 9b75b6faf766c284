import type { Records } from '../../annotation/record-set.ts';
import type { Passage } from '../insight.ts';
import { shortQuote } from '../short-quote.ts';
import { type BestArgument, sidesOf } from './best-arguments.ts';
import type { AsThen } from './words-then.ts';

/** A passage on which members differ, with what was said best for each tag. */
export interface ContestedPassage extends Passage {
  words: string;
  sides: ContestedSide[];
}

export interface ContestedSide {
  tag: string;
  members: number;
  best: {
    /** Key of the annotation. */
    id: string;
    user: string;
    /** Null when they have been taken back or changed since. */
    words: string | null;
    agreements: number;
    replies: number;
  } | null;
}

const MOST_WORDS = 280;

interface Of {
  text: string;
  records: Records;
  since: ReadonlyMap<string, number>;
  words: AsThen;
}

export function contestedPassage(
  passage: Passage,
  { text, records, since, words }: Of,
): ContestedPassage {
  const sides = sidesOf(passage, records, since);
  return {
    ...passage,
    words: shortQuote(text.slice(passage.start, passage.end), MOST_WORDS),
    sides: sides.map(({ best, ...side }) => ({
      ...side,
      best: best === null ? null : argumentIn(best, words),
    })),
  };
}

function argumentIn(
  { annotation: { id, author }, agreements, replies }: BestArgument,
  words: AsThen,
): ContestedSide['best'] {
  return { id, user: author, words: words.wordsOf(id), agreements, replies };
}
