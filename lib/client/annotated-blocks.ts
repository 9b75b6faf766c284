import { lastStartingBy } from '../anchor/last-starting-by.ts';
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
  readonly #blocks: readonly Stretch[];
  readonly #inBlock: readonly Map<string, Annotation>[];
  #shown: ReadonlyMap<string, Annotation> = new Map();

  constructor(blocks: readonly Stretch[]) {
    this.#blocks = blocks;
    this.#inBlock = blocks.map(() => new Map());
  }

  /** Takes all that is to be shown and gives the blocks that are not as before. Unchanged means: the same object. */
  show(annotations: ReadonlyMap<string, Annotation>): Set<number> {
    const before = this.#shown;
    const changed = new Set<number>();
    this.#shown = annotations;
    for (const [id, known] of before) {
      if (annotations.get(id) === known || !counts(known)) continue;
      for (const index of this.touchedBy(known.target)) {
        this.#inBlock[index]?.delete(id);
        changed.add(index);
      }
    }
    for (const [id, given] of annotations) {
      if (before.get(id) === given || !counts(given)) continue;
      for (const index of this.touchedBy(given.target)) {
        this.#inBlock[index]?.set(id, given);
        changed.add(index);
      }
    }
    return changed;
  }

  get(id: string): Annotation | undefined {
    const shown = this.#shown.get(id);
    return shown !== undefined && counts(shown) ? shown : undefined;
  }

  in(index: number): readonly Annotation[] {
    return [...(this.#inBlock[index]?.values() ?? [])];
  }

  /** Those that cover the character at `offset`, shortest first. */
  at(offset: number): Annotation[] {
    const index = this.#lastStartingBy(offset);
    return this.in(index)
      .filter(({ target }) => target.start <= offset && offset < target.end)
      .sort(shortestFirst);
  }

  touchedBy({ start, end }: Stretch): number[] {
    const touched: number[] = [];
    const first = Math.max(0, this.#lastStartingBy(start));
    for (let index = first; (this.#blocks[index]?.start ?? Infinity) < end; index += 1) {
      touched.push(index);
    }
    return touched;
  }

  #lastStartingBy(offset: number): number {
    return lastStartingBy(this.#blocks, offset, ({ start }) => start);
  }
}
