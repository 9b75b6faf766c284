import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeNotes } from './decode.ts';
import { foldAcceptedNotes } from './judge-notes.ts';
import type { Command } from './notes-editor.ts';
import { emptyNotes } from './notes-fixture.ts';
import { NotesSimulation, type NotesTab, seenIn } from './notes-simulation.ts';

type Step = (simulation: NotesSimulation) => void;

const tab = fc.nat({ max: 2 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const selected = fc.tuple(part, fc.oneof(part, fc.constant(-1)));

function withTab(at: number, act: (tab: NotesTab, simulation: NotesSimulation) => void): Step {
  return (simulation) => {
    const chosen = simulation.tabs[at];
    if (chosen !== undefined) act(chosen, simulation);
  };
}

const text =
  (words: string): Command =>
  (c) =>
    c.insertContent({ type: 'text', text: words });
const words = fc.constantFrom('harvest', 'é 🙂 ', 'a', 'two words').map(text);
const paragraphs: Command = (c) =>
  c.insertContent([
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Title' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'bold', marks: [{ type: 'bold' }] }] },
    {
      type: 'orderedList',
      attrs: { start: 3, type: null },
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
    },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text: 'let x;' }] },
  ]);
const formatting = fc.constantFrom<Command>(
  (c) => c.toggleBold(),
  (c) => c.toggleItalic(),
  (c) => c.toggleCode(),
  (c) => c.toggleStrike(),
  (c) => c.toggleUnderline(),
  (c) => c.setLink({ href: 'https://example.org/a?b=c' }),
  (c) => c.setLink({ href: 'mailto:ann@example.org' }),
  (c) => c.unsetLink(),
  (c) => c.unsetAllMarks(),
);
const structure = fc.constantFrom<Command>(
  (c) => c.splitBlock(),
  (c) => c.setHardBreak(),
  (c) => c.toggleBulletList(),
  (c) => c.toggleOrderedList(),
  (c) => c.splitListItem('listItem'),
  (c) => c.sinkListItem('listItem'),
  (c) => c.liftListItem('listItem'),
  (c) => c.toggleBlockquote(),
  (c) => c.toggleCodeBlock(),
  (c) => c.toggleHeading({ level: 1 }),
  (c) => c.toggleHeading({ level: 3 }),
  (c) => c.setParagraph(),
  (c) => c.joinBackward(),
  (c) => c.lift('blockquote'),
  (c) => c.updateAttributes('orderedList', { start: 5 }),
  (c) => c.clearNodes(),
);
const removal = fc.constantFrom<Command>(
  (c) => c.deleteSelection(),
  (c) => c.deleteNode('paragraph'),
  (c) => c.deleteNode('bulletList'),
  (c) => c.setContent({ type: 'doc', content: [{ type: 'paragraph' }] }),
);
const command = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.constant(paragraphs) },
  { weight: 4, arbitrary: formatting },
  { weight: 5, arbitrary: structure },
  { weight: 3, arbitrary: removal },
);

const editing = fc
  .tuple(tab, selected, command)
  .map(([at, [from, to], act]) => withTab(at, (t) => t.edit([from, to < 0 ? from : to], act)));
const undo = tab.map((at) => withTab(at, (t) => t.step('undo')));
const redo = tab.map((at) => withTab(at, (t) => t.step('redo')));
const leave = tab.map((at) => withTab(at, (t) => void (t.online = false)));
const connect = fc
  .tuple(tab, fc.boolean())
  .map(([at, outbox]) => withTab(at, (t, s) => s.connect(t, outbox)));
const readerLeaves = fc.boolean().map((online): Step => (s) => {
  if (online) s.connect(s.reader, false);
  else s.reader.online = false;
});
const gossip = fc
  .tuple(tab, tab)
  .map(([from, to]) => withTab(from, (a, s) => withTab(to, (b) => s.gossip(a, b))(s)));
/** [J1] [J2] Bob hands on what anybody sent before. */
const replay = fc.nat().map((at): Step => (simulation) => {
  const { log, tabs } = simulation;
  const entry = log[at % Math.max(1, log.length)];
  if (entry === undefined || tabs[2] === undefined) return;
  expect(simulation.receive(entry.update, tabs[2].writer)).toEqual({ kind: 'nothing' });
});

const work = fc.oneof(
  { weight: 14, arbitrary: editing },
  { weight: 3, arbitrary: undo },
  { weight: 2, arbitrary: redo },
  { weight: 3, arbitrary: leave },
  { weight: 3, arbitrary: connect },
  { weight: 1, arbitrary: readerLeaves },
  { weight: 2, arbitrary: gossip },
  { weight: 1, arbitrary: replay },
);

function run(simulation: NotesSimulation, steps: readonly Step[]): void {
  const ending: Step[] = [
    ...simulation.tabs.map((_, at) => withTab(at, (t, s) => s.connect(t, true))),
    (s) => s.connect(s.reader, false),
  ];
  for (const step of [...steps, ...ending]) {
    step(simulation);
    expect(simulation.refusals).toEqual([]);
    expect(simulation.state.index.stateVector()).toEqual(stateVectorOf(simulation.reference));
  }
}

function stateVectorOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

const steps = fc.array(work, { minLength: 20, maxLength: 80, size: 'max' });

describe('honest editors', () => {
  it('[J1] [J2] [J13] [J14] [N8] pass whatever they do offline, in two tabs, by undo and redo, and converge', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(steps, fc.boolean(), (taken, gc) => {
        const simulation = new NotesSimulation(gc);
        run(simulation, taken);
        countKinds(simulation, kinds);
        for (const { doc } of [...simulation.tabs, simulation.reader]) {
          expect(doc.store.pendingStructs).toBeNull();
          expect(doc.store.pendingDs).toBeNull();
          expect(seenIn(doc)).toEqual(seenIn(simulation.reference));
        }
      }),
      { numRuns: 150 },
    );
    // Editors that did nothing to speak of would prove nothing.
    for (const kind of ['text', 'format', 'node', 'value', 'collected'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0);
  });

  it('[N9] a reader’s client tidies up what two members made bold at once, and is not refused', () => {
    const simulation = new NotesSimulation(true);
    const [alice, , bob] = simulation.tabs;
    if (alice === undefined || bob === undefined) throw new Error('tabs are missing');
    alice.edit([0, 0], text('bold words'));
    bob.online = false;
    alice.edit([0, 1], (c) => c.toggleBold());
    bob.edit([0, 1], (c) => c.toggleBold());
    simulation.connect(bob, true);
    expect(simulation.tidied).toBeGreaterThan(0);
    expect(simulation.refusals).toEqual([]);
    expect(seenIn(simulation.reader.doc)).toEqual(seenIn(simulation.reference));
  });

  it('[J21] [N8] an index built from a garbage-collected snapshot and the tail refuses nothing that passed', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (taken, at) => {
        const simulation = new NotesSimulation(false);
        run(simulation, taken);
        const cut = at % (simulation.log.length + 1);
        const state = emptyNotes();
        expect(foldAcceptedNotes(snapshot(simulation.log.slice(0, cut)), null, state).ok).toBe(
          true,
        );
        for (const { update, by } of simulation.log.slice(cut))
          expect(foldAcceptedNotes(update, by, state)).toEqual({ ok: true, value: [] });
        expect(state.index.stateVector()).toEqual(simulation.state.index.stateVector());
      }),
      { numRuns: 60 },
    );
  });
});

function countKinds({ log }: NotesSimulation, kinds: Map<string, number>): void {
  const count = (kind: string, more: number): void =>
    void kinds.set(kind, (kinds.get(kind) ?? 0) + more);
  for (const { update } of log) {
    const decoded = decodeNotes(update);
    if (!decoded.ok) throw new Error(decoded.error.title);
    for (const { items } of decoded.value.blocks)
      for (const { content } of items)
        count(isCollected(content.kind) ? 'collected' : content.kind, 1);
  }
}

/** What a client deleted and forgot before it was sent. */
function isCollected(kind: string): boolean {
  return kind === 'garbage' || kind === 'deleted';
}

function snapshot(entries: readonly { update: Uint8Array }[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { update } of entries) Y.applyUpdate(doc, update);
  });
  return Y.encodeStateAsUpdate(doc);
}
