import * as Y from 'yjs';
import { emptyPlace, anyRecord, writer } from './judge-fixture.ts';
import { type Verdict, type Writer, judge } from './judge.ts';
import type { PlaceState } from './place-state.ts';

const HERE = 'typed here';
const MODERATION = 'moderation';

/** One tab: a stock Y.Doc with undo, now and then offline. */
export class Tab {
  readonly writer: Writer;
  readonly gc: boolean;
  doc: Y.Doc;
  undo: Y.UndoManager;
  online = true;
  /** What was typed while offline, oldest first. */
  outbox: Uint8Array[] = [];
  readonly #send: (tab: Tab, update: Uint8Array) => void;

  constructor(writerOfTab: Writer, gc: boolean, send: (tab: Tab, update: Uint8Array) => void) {
    this.writer = writerOfTab;
    this.gc = gc;
    this.#send = send;
    [this.doc, this.undo] = this.#freshDoc();
  }

  set(slot: number, value: unknown): void {
    this.#change((map) => map.set(keyOf(this.writer.userId, slot), { value }));
  }

  delete(slot: number): void {
    this.#change((map) => map.delete(keyOf(this.writer.userId, slot)));
  }

  /** Several changes in one transaction, some of one key. */
  burst(slot: number, values: readonly unknown[]): void {
    this.#change((map) => {
      for (const value of values) map.set(keyOf(this.writer.userId, slot), { value });
      map.delete(keyOf(this.writer.userId, slot + 1));
    });
  }

  moderate(userId: string, slot: number): void {
    this.doc.transact(() => this.doc.getMap('annotations').delete(keyOf(userId, slot)), MODERATION);
  }

  /** What a client does after a refusal: everything anew (contract, 4403). */
  reset(): void {
    this.doc.destroy();
    this.outbox = [];
    [this.doc, this.undo] = this.#freshDoc();
  }

  #change(change: (map: Y.Map<unknown>) => void): void {
    this.doc.transact(() => change(this.doc.getMap('annotations')), HERE);
  }

  #freshDoc(): [Y.Doc, Y.UndoManager] {
    const doc = new Y.Doc({ gc: this.gc });
    const undo = new Y.UndoManager(doc.getMap('annotations'), {
      trackedOrigins: new Set([HERE]),
      captureTimeout: 0,
    });
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'server') return;
      if (this.online) this.#send(this, update);
      else this.outbox.push(update);
    });
    return [doc, undo];
  }
}

/**
 * A place with its log, a reference Y.Doc that holds exactly what was let in, and tabs of
 * stock Yjs. Everything happens at once and in order: what is concurrent is so because a
 * tab is offline.
 */
export class Simulation {
  readonly place: PlaceState = emptyPlace({ check: anyRecord });
  readonly reference: Y.Doc;
  readonly log: Uint8Array[] = [];
  readonly refusals: { verdict: Verdict; by: string }[] = [];
  readonly tabs: Tab[];

  constructor(gc: boolean) {
    this.reference = new Y.Doc({ gc });
    const people = ['alice', 'alice', 'bob'].map((user) => writer(user));
    people.push(writer('ivy', { mayModerate: true }));
    this.tabs = people.map(
      (person, at) =>
        new Tab(person, at % 2 === 0, (tab, update) => this.receive(update, tab.writer, tab)),
    );
  }

  /** Judges an update and, if it passes, logs, applies, folds and passes it on. */
  receive(update: Uint8Array, by: Writer, from?: Tab): Verdict {
    const verdict = judge(update, by, this.place);
    if (verdict.kind === 'pass') {
      this.log.push(update);
      Y.applyUpdate(this.reference, update);
      verdict.fold();
      for (const tab of this.tabs)
        if (tab.online && tab !== from) Y.applyUpdate(tab.doc, update, 'server');
    } else if (verdict.kind !== 'nothing') this.refusals.push({ verdict, by: by.userId });
    return verdict;
  }

  /** Steps 1 and 2 in both directions; with `outbox`, what was typed goes first, one by one. */
  connect(tab: Tab, outbox: boolean): void {
    if (tab.online) return;
    const known = Y.encodeStateVector(this.reference);
    const messages = outbox ? tab.outbox.splice(0) : [];
    messages.push(Y.encodeStateAsUpdate(tab.doc, known));
    tab.outbox = [];
    // The socket is closed at the first refusal: what would have followed is not sent.
    if (messages.some((update) => this.receive(update, tab.writer, tab).kind === 'refused'))
      tab.reset();
    tab.online = true;
    const missing = Y.encodeStateAsUpdate(this.reference, Y.encodeStateVector(tab.doc));
    Y.applyUpdate(tab.doc, missing, 'server');
  }

  /** Two tabs of one browser hand each other what they have, as stock clients do. */
  gossip(from: Tab, to: Tab): void {
    if (from.writer.userId !== to.writer.userId) return;
    Y.applyUpdate(
      to.doc,
      Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)),
      'other tab',
    );
  }

  /** What a refused tab does while online. */
  restart(tab: Tab): void {
    tab.reset();
    tab.online = false;
    this.connect(tab, false);
  }
}

export function keyOf(userId: string, slot: number): string {
  return `${userId}/record-${String(slot).padStart(4, '0')}`;
}
