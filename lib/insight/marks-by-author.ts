import type { Annotation } from '../annotation/record.ts';
import type { Changes } from './changes.ts';

const NONE: readonly Annotation[] = [];

/** Who marked what, in no order. A list is replaced when anything of it changes, so that what was computed from it can be kept. */
export class MarksByAuthor {
  readonly #lists = new Map<string, readonly Annotation[]>();

  of(author: string): readonly Annotation[] {
    return this.#lists.get(author) ?? NONE;
  }

  change({ gone, come }: Changes): void {
    for (const [author, less] of Map.groupBy(gone, authorOf)) {
      const left = new Set(less);
      this.#lists.set(
        author,
        this.of(author).filter((one) => !left.has(one)),
      );
    }
    for (const [author, more] of Map.groupBy(come, authorOf))
      this.#lists.set(author, [...this.of(author), ...more]);
  }
}

const authorOf = ({ author }: Annotation): string => author;
