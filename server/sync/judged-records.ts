import type { RecordMap } from '#lib/annotation/record.ts';
import { encodeState } from './judge/encode-state.ts';
import { foldAccepted } from './judge/fold.ts';
import { type Verdict, judge } from './judge/judge.ts';
import { NO_LIMITS, type PlaceState } from './judge/place-state.ts';
import { type Before, PlaceView } from './judge/place-view.ts';
import type { JudgedPlace, PlaceWriter } from './judged-place.ts';

/** A place of records, as its judge knows it. */
export class JudgedRecords implements JudgedPlace {
  readonly #state: PlaceState;
  readonly #lifted: PlaceState;

  /** `checkAnySize`: for reveals, which take a record whatever its size (J24). */
  constructor(state: PlaceState, checkAnySize: PlaceState['check'] = state.check) {
    this.#state = state;
    this.#lifted = { ...state, limits: NO_LIMITS, check: checkAnySize };
  }

  get clientIds() {
    return this.#state.clientIds;
  }

  get limits() {
    return this.#state.limits;
  }

  judge(update: Uint8Array, writer: PlaceWriter, lifted: boolean): Verdict {
    return judge(update, writer, lifted ? this.#lifted : this.#state);
  }

  foldAccepted(update: Uint8Array, by: string | null) {
    return foldAccepted(update, by, this.#state);
  }

  moderate(map: RecordMap, key: string): void {
    this.#state.index.moderate(map, key);
  }

  moderated() {
    return this.#state.index.moderated();
  }

  state(): Uint8Array {
    return encodeState(this.view());
  }

  /** `past`: what to look past, oldest first. Good until the next fold. */
  view(past: readonly Before[] = []): PlaceView {
    return new PlaceView(this.#state.index, past);
  }

  isRemoved(map: RecordMap, key: string): boolean {
    return this.#state.index.slot(map, key)?.moderated === true;
  }
}
