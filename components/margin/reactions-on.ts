import type { Reaction } from '#lib/annotation/record.ts';

type Reactions = ReadonlyMap<string, Reaction>;

const NONE: readonly Reaction[] = [];
const grouped = new WeakMap<Reactions, ReadonlyMap<string, readonly Reaction[]>>();

/** The reactions to one comment or reply. A snapshot is walked once, for all that ask; the answer stays the same object with it. */
export function reactionsOn(reactions: Reactions, key: string): readonly Reaction[] {
  const known = grouped.get(reactions) ?? Map.groupBy(reactions.values(), ({ on }) => on);
  grouped.set(reactions, known);
  return known.get(key) ?? NONE;
}
