import type { Reply } from '#lib/annotation/record.ts';
import { oldestFirst } from './oldest-first.ts';
import { sameItems } from './same-items.ts';

/** The answers to each annotation, oldest first; a list that holds what it did stays the same object. */
export function repliesByAnnotation(
  replies: Iterable<Reply>,
  before: ReadonlyMap<string, readonly Reply[]>,
): ReadonlyMap<string, readonly Reply[]> {
  const grouped = Map.groupBy(replies, ({ annotation }) => annotation);
  return new Map(
    [...grouped].map(([annotation, answers]) => {
      const sorted = answers.sort(oldestFirst);
      const known = before.get(annotation);
      return [annotation, known !== undefined && sameItems(known, sorted) ? known : sorted];
    }),
  );
}
