import * as Y from 'yjs';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import type { CommitTimes } from './commit-times.ts';
import type { DurablePlace, DurableUpdate } from './durable-place.ts';
import {
  type Lacking,
  encodeDeletes,
  encodeLacking,
  encodeState,
  lackingOf,
} from './judge/encode-state.ts';
import type { PlaceView } from './judge/place-view.ts';
import { step2Frame, updateFrame } from './outgoing.ts';
import { type StateAnswer, overlapOf, stateAnswer } from './state-answer.ts';

/** Differences of at most this many bytes are kept while nothing changes, and so many of them. */
const LONG = 65_536;
const MOST_KEPT = 64;
/** A whole answer is made anew when what came since is more than this part of it. */
const TAIL_PART = 1 / 8;

/** A whole state, as it was; only what was added since is not in it. */
interface Base {
  state: Uint8Array;
  stateVector: ReadonlyMap<number, number>;
  /** Bytes of the updates since. */
  tail: number;
  /** As the step 2 of an answer, while nothing was added since. */
  asStep2: Buffer | null;
  /** As the update before a step 2 that holds what was added since. */
  asUpdate: Buffer | null;
}

/**
 * A records place without a document: the judge's index knows every struct and every value that stands, so the
 * garbage-collected state is encoded from it, looking past what is not in the log yet. A whole state is kept, framed,
 * for all who have nothing yet; while records are only added, what came since goes out beside it.
 */
export class RecordsPlace implements DurablePlace {
  readonly #name: string;
  readonly #view: () => PlaceView;
  readonly #times: CommitTimes;
  #base: Base | null = null;
  #stateVector: Map<number, number> | null = null;
  #deletes: Uint8Array | null = null;
  /** By what is lacking: after a restart many come back who lack the same. */
  readonly #differences = new Map<string, Buffer>();
  #records: LoggedRecord[] | null = null;

  /** `name`: the place's, as records are to say it. `view`: what is durable now. */
  constructor(name: string, view: () => PlaceView, times: CommitTimes) {
    this.#name = name;
    this.#view = view;
    this.#times = times;
  }

  add({ update, at, effects }: DurableUpdate): void {
    this.#times.note(effects, at);
    this.#stateVector = null;
    this.#deletes = null;
    this.#differences.clear();
    this.#records = null;
    if (this.#base === null) return;
    this.#base.tail += update.length;
    this.#base.asStep2 = null;
    // What was taken back or changed must not go out any more.
    const onlyAdds = effects.every(({ before }) => before === null);
    if (!onlyAdds || this.#base.tail > this.#base.state.length * TAIL_PART) this.#base = null;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#states());
  }

  state(): Uint8Array {
    return encodeState(this.#view());
  }

  answer(known: ReadonlyMap<number, number>): StateAnswer {
    const overlap = overlapOf(this.#states(), known);
    const frames = overlap.shared === 0 ? this.#whole() : [this.#difference(known)];
    return stateAnswer(frames, overlap);
  }

  records(): LoggedRecord[] {
    this.#records ??= Array.from(this.#view().records(), ({ map, key, value: record }) => {
      const logged = new Date(this.#times.of(map, key)).toISOString();
      return { map, place: this.#name, logged, record };
    });
    return this.#records;
  }

  #states(): Map<number, number> {
    this.#stateVector ??= this.#view().stateVector();
    return this.#stateVector;
  }

  #difference(known: ReadonlyMap<number, number>): Buffer {
    const lacking = lackingOf(this.#states(), known);
    const name = [...lacking].join();
    const made = this.#differences.get(name);
    if (made !== undefined) return made;
    const frame = step2Frame(this.#encoded(lacking));
    if (frame.length <= LONG && this.#differences.size < MOST_KEPT)
      this.#differences.set(name, frame);
    return frame;
  }

  #encoded(lacking: Lacking): Uint8Array {
    const view = this.#view();
    this.#deletes ??= encodeDeletes(view);
    return encodeLacking(view, lacking, this.#deletes);
  }

  #whole(): Buffer[] {
    const base = this.#base ?? this.#newBase();
    this.#base = base;
    if (base.tail === 0) {
      base.asStep2 ??= step2Frame(base.state);
      return [base.asStep2];
    }
    base.asUpdate ??= updateFrame(base.state);
    return [base.asUpdate, this.#difference(base.stateVector)];
  }

  #newBase(): Base {
    const state = encodeState(this.#view());
    return { state, stateVector: this.#states(), tail: 0, asStep2: null, asUpdate: null };
  }
}
