import type { Chance } from './chance.ts';
import type { Claim } from './claim.ts';
import type { Tag } from './deeds.ts';

/** What sets one simulated member apart from another. All shares are 0 to 1. */
export interface Reader {
  /** The tag that they reach for in doubt. */
  leaning: Tag;
  /** Share of an ordinary sentence's readers who mark it. */
  zeal: number;
  /** Share of marks that are simply wrong. */
  slips: number;
  /** Share of marks to which they write something. */
  talks: number;
}

const TAGS = ['fact', 'prediction', 'opinion'] as const satisfies readonly Tag[];

const PULL_OF_LEANING = 2;

export function readersOf(count: number, chance: Chance): Reader[] {
  return Array.from({ length: count }, (_, index) => ({
    leaning: TAGS[index % TAGS.length] ?? 'fact',
    zeal: chance.between(0.4, 0.75),
    slips: chance.between(0.02, 0.1),
    talks: chance.between(0.08, 0.2),
  }));
}

/** The tag that this reader gives: mostly what the words say, pulled by leaning, now and then wrong. */
export function tagBy({ leaning, slips }: Reader, { weights }: Claim, chance: Chance): Tag {
  if (chance.happens(slips)) return chance.pick(TAGS);
  return chance.weighted(
    TAGS,
    (tag) => weights[tag] ** 2 * (tag === leaning ? PULL_OF_LEANING : 1),
  );
}
