import type { Evidence } from './evidence.ts';
import { type Tagged, tagCounts } from './tagged.ts';

/** Some of a person's own marks that followed one another in time. */
export interface OwnStretch {
  readonly marks: number;
  readonly tags: Readonly<Record<string, number>>;
  /** Those that were marked last in this stretch. */
  readonly sentences: readonly number[];
}

/** Fewer marks tell nothing of how somebody changed. */
export const FEWEST_FOR_DRIFT = 9;

/** Ten marks in each as far as that gives three to eight stretches: fewer show no way, shorter ones little but chance. */
const LENGTH = 10;
const [FEWEST, MOST] = [3, 8];

/** A person's tagged marks in stretches of the same length (give or take one), by the marks' own times; none below nine. */
export function stretchesOf(
  marks: readonly Tagged[],
  text: Pick<Evidence, 'sentencesOf'>,
): OwnStretch[] {
  if (marks.length < FEWEST_FOR_DRIFT) return [];
  const inOrder = marks.toSorted((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  const count = Math.min(MOST, Math.max(FEWEST, Math.floor(marks.length / LENGTH)));
  const held = Array.from({ length: count }, (_, at) =>
    inOrder.slice(endOf(at, count, marks.length), endOf(at + 1, count, marks.length)),
  );
  const sentences = lastMarkedIn(held, text);
  return held.map((own, at) => ({
    marks: own.length,
    tags: tagCounts(own),
    sentences: sentences[at] ?? [],
  }));
}

const endOf = (at: number, count: number, marks: number): number =>
  Math.round((marks * at) / count);

/** By stretch, the sentences that were marked in it and in none after it: then the vote became what it is. */
function lastMarkedIn(
  held: readonly (readonly Tagged[])[],
  text: Pick<Evidence, 'sentencesOf'>,
): number[][] {
  const seen = new Set<number>();
  const marked = held.map((): number[] => []);
  for (let stretch = held.length - 1; stretch >= 0; stretch -= 1)
    for (const { target } of held[stretch] ?? [])
      for (const sentence of text.sentencesOf(target)) {
        if (seen.has(sentence)) continue;
        seen.add(sentence);
        marked[stretch]?.push(sentence);
      }
  return marked;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
