import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NotesSimulation, seenIn } from '../sync/judge-notes/notes-simulation.ts';
import { edit } from '../sync/judge-notes/notes-editor.ts';
import { applyUntidied } from '../sync/judge-notes/apply-untidied.ts';
import { JudgedNotes } from '../sync/judged-notes.ts';
import { emptyNotes } from '../sync/judge-notes/notes-fixture.ts';
import type { LogEntry } from './log.ts';
import { notesErasure } from './notes-erasure.ts';

const GONE = 'words that must be gone';

function say(simulation: NotesSimulation, tab: number, words: string): void {
  simulation.tabs[tab]?.edit([1, 1], (c) => c.insertContent({ type: 'text', text: words }));
}

/** Takes the words out of whatever stands, wherever they are. */
function strike({ tabs: [tab] }: NotesSimulation, words: string): void {
  for (const node of tab?.notes.createTreeWalker((one) => one instanceof Y.XmlText) ?? []) {
    const at = node instanceof Y.XmlText ? node.toDelta().map(wordsOf).join('').indexOf(words) : -1;
    if (node instanceof Y.XmlText && at >= 0) node.delete(at, words.length);
  }
}

const wordsOf = ({ insert }: { insert: string }): string => insert;

/** Two people's work, of which some is deleted: in the midst of a text, with its paragraph, with its link. */
function worked(): NotesSimulation {
  const simulation = new NotesSimulation(true);
  say(simulation, 0, `Alice 🙂 begins, ${GONE}, and goes on. `);
  say(simulation, 2, 'Bob answers. ');
  strike(simulation, GONE);
  simulation.tabs[2]?.edit([0.2, 0.6], (c) => c.setLink({ href: 'https://gone.example/' }));
  simulation.tabs[1]?.edit([0.2, 0.6], (c) => c.unsetLink());
  simulation.tabs[1]?.edit([0.5, 0.5], (c) => c.splitBlock());
  simulation.tabs[0]?.edit([0, 0], (c) => c.toggleHeading({ level: 2 }));
  say(simulation, 2, `${GONE} too`);
  simulation.tabs[2]?.edit([1, 1], (c) => c.splitBlock());
  strike(simulation, `${GONE} too`);
  return simulation;
}

function entriesOf({ log }: NotesSimulation): LogEntry[] {
  return log.map(({ update, by }, at) => ({ seq: at + 1, user: by, at, update }));
}

function docOf(entries: readonly LogEntry[]): Y.Doc {
  const doc = new Y.Doc();
  applyUntidied(
    doc,
    entries.map(({ update }) => update),
  );
  return doc;
}

function erased(entries: readonly LogEntry[]): LogEntry[] {
  const anew = new Map(notesErasure(entries).map((entry) => [entry.seq, entry]));
  return entries.map((entry) => anew.get(entry.seq) ?? entry);
}

const bytesOf = (entries: readonly LogEntry[]): Buffer =>
  Buffer.concat(entries.map(({ update }) => update));

describe('erasing from the notes', () => {
  it('[H2] what is deleted is nowhere in the log any more, and what stands, stands as before', () => {
    const entries = entriesOf(worked());
    for (const words of [GONE, 'gone.example']) expect(bytesOf(entries).includes(words)).toBe(true);
    const after = erased(entries);
    for (const words of [GONE, 'gone.example']) expect(bytesOf(after).includes(words)).toBe(false);
    const [before, now] = [docOf(entries), docOf(after)];
    expect(seenIn(now)).toEqual(seenIn(before));
    expect(Y.encodeStateVector(now)).toEqual(Y.encodeStateVector(before));
    expect(Y.createDeleteSetFromStructStore(now.store)).toEqual(
      Y.createDeleteSetFromStructStore(before.store),
    );
    expect(notesErasure(after)).toEqual([]);
  });

  it('[H2] [J13] the log that is left loads, and takes what honest clients still send', () => {
    const simulation = worked();
    const judged = new JudgedNotes(emptyNotes());
    for (const { update, user } of erased(entriesOf(simulation)))
      expect(judged.foldAccepted(update, user).ok).toBe(true);
    const [tab] = simulation.tabs;
    if (tab === undefined) throw new Error('no tab');
    const writer = { ...tab.writer, mayEdit: () => null, mayModerate: false };
    const whole = Y.encodeStateAsUpdate(tab.doc);
    expect(judged.judge(whole, writer, false).kind).toBe('nothing');
    for (const { update } of entriesOf(simulation))
      expect(judged.judge(update, writer, false).kind).toBe('nothing');
    edit(tab.notes, [1, 1], (c) => c.insertContent({ type: 'text', text: 'More.' }));
    const more = Y.encodeStateAsUpdate(tab.doc);
    expect(judged.judge(more, writer, false).kind).toBe('pass');
  });
});
