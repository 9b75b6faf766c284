import type { RecordMap } from '#lib/annotation/record.ts';
import type { LoggedTimes } from '../store/snapshot.ts';
import type { Effect } from './judge/judge.ts';

/** The commit time, in milliseconds, of the entry that last set each standing record. */
export class CommitTimes {
  readonly #times = new Map<RecordMap, Map<string, number>>();

  constructor(times: LoggedTimes = new Map()) {
    for (const [map, ofMap] of times) this.#times.set(map, new Map(ofMap));
  }

  note(effects: readonly Effect[], at: number): void {
    for (const { map, key, after } of effects) {
      const times = this.#times.get(map) ?? new Map<string, number>();
      this.#times.set(map, times);
      if (after === null) times.delete(key);
      else times.set(key, at);
    }
  }

  /** Throws when no entry set it. */
  of(map: RecordMap, key: string): number {
    const at = this.#times.get(map)?.get(key);
    if (at === undefined) throw new Error(`no entry of the log set ${map} ${key}`);
    return at;
  }

  get all(): LoggedTimes {
    return this.#times;
  }
}
