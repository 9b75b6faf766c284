import type { Annotation } from '../annotation/record.ts';
import type { Passage } from './insight.ts';
import { sweep } from './sweep.ts';
import { entropy } from './votes.ts';

/**
 * Marked stretches in the order of the text; neighbours over which the same members gave the same tags are one. One sweep, however many lie on one another.
 */
export function passagesOf(annotations: Iterable<Annotation>): Passage[] {
  const passages: Passage[] = [];
  const given = new Given();
  for (const { start, end, votes, begins, ends } of sweep(annotations)) {
    const last = passages.at(-1);
    const differs = given.changes(begins);
    if (last?.end === start && !differs) last.end = end;
    else passages.push({ start, end, members: votes.members, tags: votes.tags });
    given.end(ends);
  }
  return passages;
}

/** Who gave what where the sweep stands: one annotation may end where another like it begins. */
class Given {
  readonly #times = new Map<string, number>();
  #ending: readonly Annotation[] = [];

  end(annotations: readonly Annotation[]): void {
    this.#ending = annotations;
  }

  /** Takes those that ended and adds those that begin: whether somebody has given something else by that. */
  changes(beginning: readonly Annotation[]): boolean {
    const before = new Map<string, number>();
    const change = ({ author, tag }: Annotation, by: 1 | -1): void => {
      const key = `${author} ${tag ?? ''}`;
      const times = this.#times.get(key) ?? 0;
      if (!before.has(key)) before.set(key, times);
      if (times + by === 0) this.#times.delete(key);
      else this.#times.set(key, times + by);
    };
    for (const one of this.#ending) change(one, -1);
    for (const one of beginning) change(one, 1);
    return [...before].some(([key, times]) => times > 0 !== this.#times.has(key));
  }
}

/** Passages that several members marked, most members first; among equals the longer, then the earlier. */
export function mostMarked(passages: readonly Passage[]): Passage[] {
  return passages
    .filter(({ members }) => members > 1)
    .sort((a, b) => b.members - a.members || byLength(a, b));
}

/** Passages on which members differ, most split times most marked first. */
export function mostContested(passages: readonly Passage[]): Passage[] {
  return passages
    .filter(({ tags }) => Object.keys(tags).length > 1)
    .map((passage) => ({ passage, contest: contestOf(passage) }))
    .sort((a, b) => b.contest - a.contest || byLength(a.passage, b.passage))
    .map(({ passage }) => passage);
}

const contestOf = ({ members, tags }: Passage): number => members * entropy(tags);
const byLength = (a: Passage, b: Passage): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start;
