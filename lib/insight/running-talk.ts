import type { Stretch } from './contested.ts';
import type { RecordEvent } from './records-at.ts';

/** A comment or reply, and since when it stood in the log. */
export interface Said {
  /** Key of the annotation or reply that says it. */
  id: string;
  user: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What is said in `shared`, event by event. An edit is not said anew. */
export class RunningTalk {
  readonly #said = new Map<string, Said & { on: string }>();
  /** Of annotations by key, of those too that do not stand any more: replies outlive them. */
  readonly #ranges = new Map<string, Stretch>();

  take({ key, at, record }: RecordEvent): void {
    if (record === null) {
      this.#said.delete(key);
    } else if ('target' in record) {
      this.#ranges.set(key, record.target);
      if (record.comment === null) this.#said.delete(key);
      else this.#say({ id: key, user: record.author, at, on: key });
    } else if ('annotation' in record) {
      this.#say({ id: key, user: record.author, at, on: record.annotation });
    }
  }

  /** What somebody else said last on any of these words, and still stands; null when nobody did. */
  lastOn({ start, end }: Stretch, notBy: string): Said | null {
    let last: (Said & { on: string }) | null = null;
    for (const said of this.#said.values()) {
      const range = this.#ranges.get(said.on);
      const here = range !== undefined && range.start < end && range.end > start;
      if (here && said.user !== notBy && (last === null || said.at >= last.at)) last = said;
    }
    return last === null ? null : { id: last.id, user: last.user, at: last.at };
  }

  #say(said: Said & { on: string }): void {
    if (!this.#said.has(said.id)) this.#said.set(said.id, said);
  }
}
