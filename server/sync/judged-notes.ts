import * as Y from 'yjs';
import type { RecordMap } from '#lib/annotation/record.ts';
import type { Verdict } from './judge/judge.ts';
import { NO_LIMITS } from './judge/place-state.ts';
import { applyUntidied } from './judge-notes/apply-untidied.ts';
import { type NotesState, foldAcceptedNotes, judgeNotes } from './judge-notes/judge-notes.ts';
import type { JudgedPlace, PlaceWriter } from './judged-place.ts';

/** The notes, as their judge knows them: neighbours and nodes, neither keys nor text. */
export class JudgedNotes implements JudgedPlace {
  readonly #state: NotesState;

  constructor(state: NotesState) {
    this.#state = state;
  }

  get clientIds() {
    return this.#state.clientIds;
  }

  get limits() {
    return this.#state.limits;
  }

  judge(update: Uint8Array, { userId, mayEdit }: PlaceWriter, lifted: boolean): Verdict {
    const state = lifted ? { ...this.#state, limits: NO_LIMITS } : this.#state;
    return judgeNotes(update, { userId, mayWrite: mayEdit }, state);
  }

  foldAccepted(update: Uint8Array, by: string | null) {
    return foldAcceptedNotes(update, by, this.#state);
  }

  moderate(map: RecordMap, key: string): void {
    throw new Error(`notes have no keys, and no ${map} ${key}`);
  }

  moderated() {
    return [];
  }

  isRemoved(): boolean {
    return false;
  }

  state(updates: readonly Uint8Array[]): Uint8Array {
    const doc = new Y.Doc();
    applyUntidied(doc, updates);
    return Y.encodeStateAsUpdate(doc);
  }
}
