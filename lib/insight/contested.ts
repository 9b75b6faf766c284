import type { Annotation } from '../annotation/record.ts';
import { isContested } from './votes.ts';

/** A part of the text. UTF-16 offsets, half-open. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Where members differ by the codebook's rule, in the order of the text; neighbours are one. Goes once over the annotations' ends
 * with running counts, however many lie on one another.
 */
export function contestedStretches(annotations: Iterable<Annotation>): Stretch[] {
  const stretches: Stretch[] = [];
  const votes = new RunningVotes();
  let since: number | null = null;
  for (const { at, changes } of changesByPlace(annotations)) {
    for (const { annotation, by } of changes) votes.add(annotation, by);
    if (isContested(votes)) since ??= at;
    else if (since !== null) {
      stretches.push({ start: since, end: at });
      since = null;
    }
  }
  return stretches;
}

interface Change {
  annotation: Annotation;
  by: 1 | -1;
}

function changesByPlace(annotations: Iterable<Annotation>): { at: number; changes: Change[] }[] {
  const places = new Map<number, Change[]>();
  const note = (at: number, change: Change): void => {
    const there = places.get(at);
    if (there === undefined) places.set(at, [change]);
    else there.push(change);
  };
  for (const annotation of annotations) {
    if (annotation.tag === null) continue;
    note(annotation.target.start, { annotation, by: 1 });
    note(annotation.target.end, { annotation, by: -1 });
  }
  return [...places].sort(([a], [b]) => a - b).map(([at, changes]) => ({ at, changes }));
}

/** Members by tag where the walk stands; who gave a tag twice counts once. */
class RunningVotes {
  readonly tags: Record<string, number> = {};
  tagged = 0;
  readonly #given = new Map<string, number>();

  add({ author, tag }: Annotation, by: 1 | -1): void {
    if (tag === null) return;
    this.tags[tag] = (this.tags[tag] ?? 0) + this.#turn(`${author} ${tag}`, by);
    this.tagged += this.#turn(author, by);
  }

  /** 1 when the first is given, -1 when the last goes, else 0. */
  #turn(key: string, by: 1 | -1): number {
    const before = this.#given.get(key) ?? 0;
    this.#given.set(key, before + by);
    if (before === 0) return by;
    return before + by === 0 ? by : 0;
  }
}
