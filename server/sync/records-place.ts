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

/** A place's garbage-collected state (Yjs v1 encoding), and by client the next clock in it. */
export interface WholeState {
  state: Uint8Array;
  stateVector: ReadonlyMap<number, number>;
}

/** A whole state, as it was; only what was added since is not in it. */
interface Base {
  /** As a step 2, and from the first addition on as an update, before a step 2 that holds what was added. */
  frame: Buffer;
  isUpdate: boolean;
  /** Bytes of the state: the last ones of the frame. */
  length: number;
  stateVector: ReadonlyMap<number, number>;
  /** Bytes of the updates since. */
  tail: number;
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

  /**
   * `name`: the place's, as records are to say it. `view`: what is durable now; not asked before all is put together.
   * `whole`: the same, when somebody has it already.
   */
  constructor(
    name: string,
    view: () => PlaceView,
    times: CommitTimes,
    whole: WholeState | null = null,
  ) {
    this.#name = name;
    this.#view = view;
    this.#times = times;
    if (whole !== null) this.#base = baseOf(whole);
  }

  add({ update, at, effects }: DurableUpdate): void {
    this.#times.note(effects, at);
    this.#stateVector = null;
    this.#deletes = null;
    this.#differences.clear();
    this.#records = null;
    if (this.#base === null) return;
    this.#base.tail += update.length;
    // What was taken back or changed must not go out any more.
    const onlyAdds = effects.every(({ before }) => before === null);
    if (!onlyAdds || this.#base.tail > this.#base.length * TAIL_PART) this.#base = null;
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
    this.#base ??= baseOf({ state: this.state(), stateVector: this.#states() });
    const base = this.#base;
    if (base.tail === 0) return [base.frame];
    if (!base.isUpdate) base.frame = updateFrame(base.frame.subarray(-base.length));
    base.isUpdate = true;
    return [base.frame, this.#difference(base.stateVector)];
  }
}

function baseOf({ state, stateVector }: WholeState): Base {
  const { length } = state;
  return { frame: step2Frame(state), isUpdate: false, length, stateVector, tail: 0 };
}
