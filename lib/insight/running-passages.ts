import type { Annotation } from '../annotation/record.ts';
import type { Changes } from './changes.ts';
import type { Passage } from './insight.ts';
import { passagesOf } from './passages.ts';

/** With more changes at once all passages are found anew. */
const FEW = 25;

/** What `passagesOf` finds, kept up to date by what comes and goes: only passages that a change meets or touches are found anew. */
export class RunningPassages {
  /** In the order of the text. */
  passages: readonly Passage[] = [];
  /** By tag, the characters (UTF-16) on which at least one mark has it. */
  readonly covered = new Map<string, number>();
  readonly #marks = new Set<Annotation>();

  change({ gone, come }: Changes): void {
    for (const one of gone) this.#marks.delete(one);
    for (const one of come) this.#marks.add(one);
    const changed = [...gone, ...come];
    if (changed.length > FEW) this.#replace(0, this.passages.length, passagesOf(this.#marks));
    else for (const { target } of changed) this.#findAnew(target.start, target.end);
  }

  /** From the beginning of the passage before the change to the end of the one behind it: what meets there met there before. */
  #findAnew(from: number, to: number): void {
    const first = firstWhere(this.passages, ({ end }) => end >= from);
    const behind = firstWhere(this.passages, ({ start }) => start > to);
    const start = Math.min(from, this.passages[first]?.start ?? from);
    const end = first === behind ? to : Math.max(to, this.passages[behind - 1]?.end ?? to);
    const here: Annotation[] = [];
    for (const one of this.#marks)
      if (one.target.start < end && one.target.end > start) here.push(one);
    const found = passagesOf(here).flatMap((passage) => within(passage, start, end));
    this.#replace(first, behind, found);
  }

  #replace(first: number, behind: number, found: readonly Passage[]): void {
    this.#cover(this.passages.slice(first, behind), -1);
    this.#cover(found, 1);
    this.passages = [...this.passages.slice(0, first), ...found, ...this.passages.slice(behind)];
  }

  /** Passages lie side by side, and each says which tags it has. */
  #cover(passages: readonly Passage[], by: 1 | -1): void {
    for (const { start, end, tags } of passages)
      for (const tag in tags)
        this.covered.set(tag, (this.covered.get(tag) ?? 0) + by * (end - start));
  }
}

function within(passage: Passage, start: number, end: number): Passage[] {
  if (passage.end <= start || passage.start >= end) return [];
  return [{ ...passage, start: Math.max(start, passage.start), end: Math.min(end, passage.end) }];
}

/** Its index; all that come after it are so, too. */
function firstWhere(passages: readonly Passage[], isSo: (passage: Passage) => boolean): number {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(passages[middle] as Passage)) high = middle;
    else low = middle + 1;
  }
  return low;
}
