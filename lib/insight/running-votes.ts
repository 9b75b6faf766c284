import type { Annotation } from '../annotation/record.ts';
import { Tally } from './tally.ts';
import type { Votes } from './votes.ts';

/** The votes over a moving place of the text: what `votesOf` would count, by what comes and goes. */
export class RunningVotes {
  readonly #members = new Tally();
  readonly #tagged = new Tally();
  readonly #byTag = new Map<string, Tally>();

  add(annotation: Annotation): void {
    this.#count(annotation, 1);
  }

  take(annotation: Annotation): void {
    this.#count(annotation, -1);
  }

  now(): Votes {
    const tags: Record<string, number> = {};
    for (const [tag, { size }] of this.#byTag) if (size > 0) tags[tag] = size;
    return { members: this.#members.size, tagged: this.#tagged.size, tags };
  }

  #count({ author, tag }: Annotation, by: 1 | -1): void {
    this.#members.change(author, by);
    if (tag === null) return;
    this.#tagged.change(author, by);
    const members = this.#byTag.get(tag) ?? new Tally();
    this.#byTag.set(tag, members);
    members.change(author, by);
  }
}
