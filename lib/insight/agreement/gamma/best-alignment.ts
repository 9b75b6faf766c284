import { Aligner } from './alignment.ts';
import { dissimilarities } from './dissimilarity.ts';
import type { Units } from './unit.ts';

export interface BestAlignment {
  /** δ̄: what the groups cost in all, for each pair of people and each unit that a person has on the mean. */
  readonly disorder: number;
  /** Whether there is surely none with less. */
  readonly isExact: boolean;
}

/** So many units that hang together are looked at in all ways. */
const MOST_IN_ALL_WAYS = 10;

/**
 * The disorder of the best alignment: each unit in one unitary alignment, at the least cost (Mathet, Widlöcher and Métivier 2015). Units that cannot meet in it are
 * aligned apart. Exact for two people, and where no more than ten units hang together; else the best that was found. There must be two people and a unit.
 */
export function bestAlignment(all: Units): BestAlignment {
  const { people, units } = all;
  const aligner = new Aligner(all, dissimilarities(units));
  let cost = 0;
  let isExact = true;
  for (const some of hangingTogether(units.length, aligner)) {
    const isSmall = people > 2 && some.length <= MOST_IN_ALL_WAYS;
    cost += (isSmall ? aligner.best(some) : aligner.nearBest(some)).cost;
    isExact &&= isSmall || people === 2;
  }
  return { disorder: cost / ((people * (people - 1)) / 2) / (units.length / people), isExact };
}

/** Units between which a way leads over units that may meet. */
function hangingTogether(count: number, aligner: Aligner): number[][] {
  const left = new Set(Array.from({ length: count }, (_, unit) => unit));
  const parts: number[][] = [];
  for (const unit of left) {
    left.delete(unit);
    const part = [unit];
    // It grows while it is gone through.
    for (const one of part)
      for (const other of left)
        if (aligner.mayMeet(one, other)) {
          left.delete(other);
          part.push(other);
        }
    parts.push(part);
  }
  return parts;
}
