import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Verdict } from '../judge/judge.ts';
import { applyUntidied } from './apply-untidied.ts';
import { type NotesState, type NotesWriter, judgeNotes } from './judge-notes.ts';
import { type Command, type Selected, edit } from './notes-editor.ts';
import { emptyNotes, notesWriter } from './notes-fixture.ts';

/** One tab with an editor of the notes, now and then offline. */
export class NotesTab {
  readonly writer: NotesWriter;
  readonly doc: Y.Doc;
  readonly #undo: Y.UndoManager;
  online = true;
  /** What was typed while offline, oldest first. */
  outbox: Uint8Array[] = [];

  constructor(writer: NotesWriter, gc: boolean, send: (tab: NotesTab, update: Uint8Array) => void) {
    this.writer = writer;
    this.doc = new Y.Doc({ gc });
    this.#undo = new Y.UndoManager(this.notes, {
      trackedOrigins: new Set([ySyncPluginKey]),
      captureTimeout: 0,
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'server') return;
      if (this.online) send(this, update);
      else this.outbox.push(update);
    });
  }

  get notes(): Y.XmlFragment {
    return this.doc.getXmlFragment('notes');
  }

  edit(selected: Selected, command: Command): void {
    edit(this.notes, selected, command);
  }

  /**
   * Takes the last step back, or back again. Yjs now and then throws over it, when a parent of
   * what is to return was collected; what it did before that stays, and is sent like the rest.
   */
  step(way: 'undo' | 'redo'): void {
    try {
      this.#undo[way]();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

/**
 * The notes with their log, a reference Y.Doc that holds exactly what was let in, and tabs
 * with editors: two of Alice's, one of Bob's, and Olga, who may only read. What is concurrent
 * is so because a tab is offline.
 */
export class NotesSimulation {
  readonly state: NotesState = emptyNotes();
  readonly reference: Y.Doc;
  readonly log: { update: Uint8Array; by: string }[] = [];
  readonly refusals: Verdict[] = [];
  /** How often the reader's client tidied up formatting, and nobody minded. */
  tidied = 0;
  readonly #undelivered: { update: Uint8Array; from: NotesTab | undefined }[] = [];
  #delivering = false;
  readonly tabs: NotesTab[];
  readonly reader: NotesTab;

  constructor(gc: boolean) {
    this.reference = new Y.Doc({ gc });
    const send = (tab: NotesTab, update: Uint8Array): void => {
      if (tab === this.reader) this.tidied += 1;
      this.receive(update, tab.writer, tab);
    };
    this.tabs = ['alice', 'alice', 'bob'].map(
      (user, at) => new NotesTab(notesWriter(user), at % 2 === 0, send),
    );
    this.reader = new NotesTab(notesWriter('olga', 'You only read along here.'), true, send);
  }

  /** Judges an update and, if it passes, logs, applies, folds and passes it on. */
  receive(update: Uint8Array, by: NotesWriter, from?: NotesTab): Verdict {
    const verdict = judgeNotes(update, by, this.state);
    if (verdict.kind === 'pass') {
      this.log.push({ update, by: by.userId });
      applyUntidied(this.reference, [update]);
      verdict.fold();
      this.#undelivered.push({ update, from });
      this.#deliver();
    } else if (verdict.kind !== 'nothing') this.refusals.push(verdict);
    return verdict;
  }

  /** In the log's order for everyone, also when a tab answers what it gets at once. */
  #deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    for (let next = this.#undelivered.shift(); next; next = this.#undelivered.shift())
      for (const tab of [...this.tabs, this.reader])
        if (tab.online && tab !== next.from) Y.applyUpdate(tab.doc, next.update, 'server');
    this.#delivering = false;
  }

  /** Steps 1 and 2 in both directions; with `outbox`, what was typed goes first, one by one. */
  connect(tab: NotesTab, outbox: boolean): void {
    if (tab.online) return;
    const known = Y.encodeStateVector(this.reference);
    const messages = outbox ? tab.outbox.splice(0) : [];
    messages.push(Y.encodeStateAsUpdate(tab.doc, known));
    tab.outbox = [];
    for (const update of messages) this.receive(update, tab.writer, tab);
    tab.online = true;
    const missing = Y.encodeStateAsUpdate(this.reference, Y.encodeStateVector(tab.doc));
    Y.applyUpdate(tab.doc, missing, 'server');
  }

  /** Two tabs of one browser hand each other what they have. */
  gossip(from: NotesTab, to: NotesTab): void {
    if (from.writer.userId !== to.writer.userId) return;
    const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
    Y.applyUpdate(to.doc, missing, 'other tab');
  }
}

/** What a reader sees: formatting that nobody sees may differ, for each Yjs client tidies it up. */
export function seenIn(doc: Y.Doc): unknown {
  return doc
    .getXmlFragment('notes')
    .toArray()
    .map((node) => nodeSeen(node));
}

function nodeSeen(node: unknown): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  if (!(node instanceof Y.XmlElement)) throw new Error('notes hold nodes and text only');
  return [node.nodeName, node.getAttributes(), node.toArray().map((child) => nodeSeen(child))];
}
