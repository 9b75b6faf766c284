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
  #shown = new Map<string, Annotation>();

  constructor(blocks: readonly Stretch[]) {
    this.#blocks = blocks;
    this.#inBlock = blocks.map(() => new Map());
  }

  /** Takes the whole new list and gives the blocks that are not as before. Unchanged means: the same object. */
  show(annotations: readonly Annotation[]): Set<number> {
    const next = new Map(annotations.filter(counts).map((given) => [given.id, given]));
    const changed = new Set<number>();
    for (const [id, before] of this.#shown) {
      if (next.get(id) === before) continue;
      for (const index of this.touchedBy(before.target)) {
        this.#inBlock[index]?.delete(id);
        changed.add(index);
      }
    }
    for (const [id, annotation] of next) {
      if (this.#shown.get(id) === annotation) continue;
      for (const index of this.touchedBy(annotation.target)) {
        this.#inBlock[index]?.set(id, annotation);
        changed.add(index);
      }
    }
    this.#shown = next;
    return changed;
  }

  get(id: string): Annotation | undefined {
    return this.#shown.get(id);
  }

  in(index: number): Iterable<Annotation> {
    return this.#inBlock[index]?.values() ?? [];
  }

  /** Those that cover the character at `offset`, shortest first. */
  at(offset: number): Annotation[] {
    const index = this.#lastStartingBy(offset);
    return [...this.in(index)]
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
