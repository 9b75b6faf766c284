import type { Annotation } from '../annotation/record.ts';
import { counts } from '../insight/insight-of.ts';
import { shortestFirst } from '../insight/segments.ts';

/** A stretch of the text, half-open, in UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Which annotations lie in which block, kept from one list to the next, so that a change costs only the blocks that it
 * touches. Annotations that their author took back count as gone. Blocks are named by their index.
 */
export class AnnotatedBlocks {
  readonly #starts: Float64Array;
  readonly #inBlock: Annotation[][];
  #shown: ReadonlyMap<string, Annotation> = new Map();

  constructor(blocks: readonly Stretch[]) {
    this.#starts = Float64Array.from(blocks, ({ start }) => start);
    this.#inBlock = blocks.map(() => []);
  }

  /** Takes all that is to be shown and gives the blocks that are not as before. Unchanged means: the same object. */
  show(annotations: ReadonlyMap<string, Annotation>): Set<number> {
    const before = this.#shown;
    this.#shown = annotations;
    const came = lackingIn(before, annotations);
    const areAllKept = annotations.size - came.length === before.size;
    const changed = areAllKept ? new Set<number>() : this.#leave(lackingIn(annotations, before));
    for (const annotation of came) if (counts(annotation)) this.#enter(annotation, changed);
    return changed;
  }

  get(id: string): Annotation | undefined {
    const shown = this.#shown.get(id);
    return shown !== undefined && counts(shown) ? shown : undefined;
  }

  /** Those that were taken back, too. */
  all(): Iterable<Annotation> {
    return this.#shown.values();
  }

  in(index: number): readonly Annotation[] {
    return this.#inBlock[index] ?? [];
  }

  /** Those that cover the character at `offset`, shortest first. */
  at(offset: number): Annotation[] {
    return this.in(this.#lastStartingBy(offset))
      .filter(({ target }) => target.start <= offset && offset < target.end)
      .sort(shortestFirst);
  }

  /** Those on words of the stretch, each once. */
  within({ start, end }: Stretch): Annotation[] {
    const first = this.#firstTouchedBy(start);
    return this.touchedBy({ start, end }).flatMap((index) =>
      this.in(index).filter(({ target }) => {
        const isNew = index === first || target.start >= (this.#starts[index] ?? 0);
        return isNew && target.start < end && target.end > start;
      }),
    );
  }

  touchedBy({ start, end }: Stretch): number[] {
    const touched: number[] = [];
    const first = this.#firstTouchedBy(start);
    for (let index = first; (this.#starts[index] ?? Infinity) < end; index += 1)
      touched.push(index);
    return touched;
  }

  /** As `touchedBy` has it, but without a list for each: ten thousand may come at once, before this code is warm. */
  #enter(annotation: Annotation, changed: Set<number>): void {
    const { start, end } = annotation.target;
    const first = this.#firstTouchedBy(start);
    for (let index = first; (this.#starts[index] ?? Infinity) < end; index += 1) {
      this.#inBlock[index]?.push(annotation);
      changed.add(index);
    }
  }

  /** Gives the blocks in which they were. */
  #leave(gone: readonly Annotation[]): Set<number> {
    const changed = new Set(gone.filter(counts).flatMap(({ target }) => this.touchedBy(target)));
    for (const index of changed) {
      this.#inBlock[index] = this.in(index).filter((one) => this.#shown.get(one.id) === one);
    }
    return changed;
  }

  #firstTouchedBy(offset: number): number {
    return Math.max(0, this.#lastStartingBy(offset));
  }

  /** As `lib/anchor/last-starting-by.ts`, without a call for each step. */
  #lastStartingBy(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Those of the annotations that the others do not hold as the same object. */
function lackingIn(
  others: ReadonlyMap<string, Annotation>,
  annotations: ReadonlyMap<string, Annotation>,
): Annotation[] {
  const lacking: Annotation[] = [];
  for (const [id, one] of annotations) if (others.get(id) !== one) lacking.push(one);
  return lacking;
}
