import type { Annotation } from '../annotation/record.ts';
import type { Passage } from './insight.ts';

/** Who gave what over a moving place of the text, in numbers: members and tags have indexes, tag 0 is none. */
export class RunningPassage {
  /** Distinct members with a mark here. */
  members = 0;
  readonly #tags: readonly string[];
  /** By annotation, member * tags + tag. */
  readonly #slots: Int32Array;
  /** By slot, marks here. */
  readonly #times: Int32Array;
  readonly #timesOfMember: Int32Array;
  /** By tag, members who gave it here. */
  readonly #membersOfTag: Int32Array;
  readonly #changed = new Map<number, number>();

  constructor(annotations: readonly Annotation[]) {
    const members = new Map<string, number>();
    const tags = new Map<string | null, number>([[null, 0]]);
    for (const { author, tag } of annotations) {
      if (!members.has(author)) members.set(author, members.size);
      if (!tags.has(tag)) tags.set(tag, tags.size);
    }
    this.#tags = [...tags.keys()].map((tag) => tag ?? '');
    this.#slots = Int32Array.from(
      annotations,
      ({ author, tag }) => (members.get(author) ?? 0) * tags.size + (tags.get(tag) ?? 0),
    );
    this.#times = new Int32Array(members.size * tags.size);
    this.#timesOfMember = new Int32Array(members.size);
    this.#membersOfTag = new Int32Array(tags.size);
  }

  /** The annotation with this index begins (1) or ends (-1) here. */
  change(index: number, by: 1 | -1): void {
    const slot = this.#slots[index] ?? 0;
    const times = this.#times[slot] ?? 0;
    if (!this.#changed.has(slot)) this.#changed.set(slot, times);
    this.#times[slot] = times + by;
    const width = this.#tags.length;
    const [tag, member] = [slot % width, Math.floor(slot / width)];
    if (turns(times, by)) this.#membersOfTag[tag] = (this.#membersOfTag[tag] ?? 0) + by;
    const ofMember = this.#timesOfMember[member] ?? 0;
    this.#timesOfMember[member] = ofMember + by;
    if (turns(ofMember, by)) this.members += by;
  }

  /** Whether anybody gives anything else than before the changes; from here on it is counted anew. */
  settle(): boolean {
    let differs = false;
    for (const [slot, times] of this.#changed)
      if (times > 0 !== (this.#times[slot] ?? 0) > 0) differs = true;
    this.#changed.clear();
    return differs;
  }

  /** Its end is not known yet. */
  passageFrom(start: number): Passage {
    const tags: Record<string, number> = {};
    for (let tag = 1; tag < this.#tags.length; tag += 1) {
      const count = this.#membersOfTag[tag] ?? 0;
      if (count > 0) tags[this.#tags[tag] ?? ''] = count;
    }
    return { start, end: start, members: this.members, tags };
  }
}

/** The first comes or the last goes. */
const turns = (times: number, by: 1 | -1): boolean => times === 0 || times + by === 0;
