import type { Annotation } from '../annotation/record.ts';
import { counts } from '../insight/insight-of.ts';
import { type Votes, votesOf } from '../insight/votes.ts';
import type { Stretch } from './annotated-blocks.ts';
import type { Viewer } from './segment-look.ts';

/** A mark's figures for who listens. `readers`: members who marked anything. */
export type FiguresInWords = (votes: Votes, readers: number) => string;

/** What a mark adds up to: who marked any of it, and as what. My private notes are no votes. */
export class MarkFigures {
  readonly #isPrivate: Viewer['isPrivate'];
  readonly #inWords: FiguresInWords;
  #readers = 0;

  constructor({ isPrivate }: Viewer, inWords: FiguresInWords) {
    this.#isPrivate = isPrivate;
    this.#inWords = inWords;
  }

  /** Whether there are more or fewer readers than before: then the words of every mark are others. */
  follow(annotations: Iterable<Annotation>): boolean {
    const readers = new Set<string>();
    for (const one of annotations)
      if (counts(one) && !this.#isPrivate(one.id)) readers.add(one.author);
    const isOther = readers.size !== this.#readers;
    this.#readers = readers.size;
    return isOther;
  }

  /** `here`: those that may meet the stretch. Empty where there is only a note of mine. */
  of({ start, end }: Stretch, here: readonly Annotation[]): string {
    const votes = votesOf(
      here.filter(
        ({ id, target }) => target.start < end && target.end > start && !this.#isPrivate(id),
      ),
    );
    return votes.members === 0 ? '' : this.#inWords(votes, this.#readers);
  }
}
