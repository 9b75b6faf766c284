import * as Y from 'yjs';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import type { DurablePlace, DurableUpdate } from './durable-place.ts';
import { applyUntidied } from './judge-notes/apply-untidied.ts';
import { step2Frame } from './outgoing.ts';
import { type StateAnswer, overlapOf, stateAnswer } from './state-answer.ts';

/**
 * The notes, as a document of exactly what is in the log: their judge keeps neither text nor order, so nothing else
 * could answer. The whole state is kept, framed, until something is added.
 */
export class NotesPlace implements DurablePlace {
  readonly #doc = new Y.Doc();
  #whole: Buffer | null = null;

  /** `updates`: what the log amounts to by now, in its order. */
  constructor(updates: readonly Uint8Array[]) {
    applyUntidied(this.#doc, updates);
  }

  add({ update }: DurableUpdate): void {
    this.#whole = null;
    applyUntidied(this.#doc, [update]);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  answer(known: ReadonlyMap<number, number>): StateAnswer {
    const overlap = overlapOf(Y.decodeStateVector(this.stateVector()), known);
    if (overlap.shared > 0) return stateAnswer([this.#difference(known)], overlap);
    this.#whole ??= step2Frame(this.state());
    return stateAnswer([this.#whole], overlap);
  }

  records(): LoggedRecord[] {
    return [];
  }

  #difference(known: ReadonlyMap<number, number>): Buffer {
    const vector = Y.encodeStateVector(new Map(known));
    return step2Frame(Y.encodeStateAsUpdate(this.#doc, vector));
  }
}
