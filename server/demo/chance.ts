import { seeded } from './seeded.ts';

/** Everything that a simulated member leaves to chance: the same for the same seed. */
export interface Chance {
  /** True in this share of cases, 0 to 1. */
  happens(share: number): boolean;
  /** Evenly spread, from `low` on, below `high`. */
  between(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Each in the share that its weight has in all of them. */
  weighted<T>(items: readonly [T, ...T[]], weightOf: (item: T) => number): T;
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
  const random = seeded(seed);
  return {
    happens: (share) => random() < share,
    between: (low, high) => low + random() * (high - low),
    pick: (items) => items[Math.floor(random() * items.length)] ?? items[0],
    weighted(items, weightOf) {
      let left = random() * items.reduce((sum, item) => sum + weightOf(item), 0);
      for (const item of items) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      return items[0];
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  };
}

/** Draws one after the other and each once, before any comes again. */
export function deckOf<T>(chance: Chance, items: readonly [T, ...T[]]): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = chance.shuffled(items);
    return left.pop() ?? items[0];
  };
}
