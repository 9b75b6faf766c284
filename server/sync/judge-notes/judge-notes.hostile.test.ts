import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type RawNotes, type RawNotesStruct, notesWriter, rawNotes } from './notes-fixture.ts';
import { NotesSimulation, seenIn } from './notes-simulation.ts';
import {
  isNotesAttribute,
  isNotesMark,
  isNotesNode,
  mayHold,
} from '#lib/annotation/notes-schema.ts';

const MALLORY = notesWriter('mallory');

/** Mostly `usual`: a forgery that is wrong in every way at once tests one rule only. */
function mostly<T>(usual: T, weight: number, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
}

const aim = fc.record({
  client: mostly(0, 14, fc.nat({ max: 5 })),
  back: mostly(0, 12, fc.integer({ min: -2, max: 4 })),
  kind: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(4, 4, 6, 7, 7, 8, 1, 0) },
    { weight: 1, arbitrary: fc.constantFrom(2, 3, 5, 9, 10, 11) },
  ),
  type: mostly(3, 3, fc.constantFrom(6, 6, 6, 0, 4)),
  name: fc.constantFrom('paragraph', 'heading', 'bulletList', 'listItem', 'hardBreak', 'script'),
  mark: fc.constantFrom('bold', 'link', 'evil'),
  json: fc.constantFrom('{}', 'null', '{"href":"https://a.b"}', '{"href":"javascript:alert(1)"}'),
  value: fc.constantFrom<unknown>(1, 2, 'a', { level: 1 }),
  length: mostly(1, 8, fc.nat({ max: 3 })),
  attribute: fc.option(fc.constantFrom('level', 'start', 'onclick'), { freq: 1 }),
  root: mostly('notes', 3, fc.constant('annotations')),
  origin: fc.option(fc.nat()),
  right: fc.option(fc.nat(), { freq: 1 }),
  parent: fc.option(fc.nat()),
});
const forgery = fc.record({
  aims: fc.array(aim, { maxLength: 4 }),
  deletes: fc.array(fc.record({ at: fc.nat(), length: mostly(1, 5, fc.nat({ max: 3 })) }), {
    maxLength: 2,
  }),
  mutate: mostly<readonly [number, number] | null>(
    null,
    12,
    fc.tuple(fc.nat(), fc.nat({ max: 255 })),
  ),
});
type Aim = typeof aim extends fc.Arbitrary<infer A> ? A : never;
type Forgery = typeof forgery extends fc.Arbitrary<infer F> ? F : never;

type RawId = readonly [number, number];

/** Ids of all units that there are. */
function units({ reference }: NotesSimulation): RawId[] {
  return [...reference.store.clients.values()].flatMap((structs) =>
    structs.flatMap(({ id, length }) =>
      Array.from({ length }, (_, at): RawId => [id.client, id.clock + at]),
    ),
  );
}

function forged(simulation: NotesSimulation, { aims, deletes }: Forgery): RawNotes {
  const pool = units(simulation);
  const pick = (at: number | null): RawId | undefined =>
    at === null ? undefined : pool[at % Math.max(1, pool.length)];
  const blocks = new Map<number, { client: number; clock: number; structs: RawNotesStruct[] }>();
  for (const one of aims) {
    const all = [1001, ...simulation.state.index.clients.keys()];
    const client = all[one.client % all.length] ?? 1001;
    const clock = Math.max(0, simulation.state.index.state(client) - one.back);
    const block = blocks.get(client) ?? { client, clock, structs: [] };
    if (block.structs.length > 0) pool.push([client, block.clock + block.structs.length - 1]);
    block.structs.push(structOf(one, pick));
    blocks.set(client, block);
  }
  const ranges = deletes.flatMap(({ at, length }) => {
    const unit = pick(at);
    return unit === undefined ? [] : [{ client: unit[0], ranges: [[unit[1], length] as const] }];
  });
  return { blocks: [...blocks.values()], deletes: ranges };
}

function structOf(one: Aim, pick: (at: number | null) => RawId | undefined): RawNotesStruct {
  const [origin, rightOrigin, parent] = [one.origin, one.right, one.parent].map(pick);
  return {
    kind: one.kind,
    length: one.length,
    text: 'x'.repeat(one.length),
    type: one.type,
    name: one.name,
    mark: one.mark,
    json: one.json,
    values: Array.from({ length: one.length }, () => one.value),
    ...(one.attribute === null ? {} : { attribute: one.attribute }),
    ...(origin === undefined ? {} : { origin }),
    ...(rightOrigin === undefined ? {} : { rightOrigin }),
    parent: parent ?? one.root,
  };
}

/** What can be seen and is not of the notes schema. */
function misfitsIn(doc: Y.Doc): unknown[] {
  const roots = [...doc.share.keys()].filter((root) => root !== 'notes');
  const children = doc.getXmlFragment('notes').toArray();
  return [...roots, ...children.flatMap((child) => misfits(child, 'doc'))];
}

function misfits(node: unknown, parent: string): unknown[] {
  if (node instanceof Y.XmlText) return textMisfits(node, parent);
  if (!(node instanceof Y.XmlElement)) return [node];
  const { nodeName } = node;
  const name = isNotesNode(nodeName) && mayHold(parent, nodeName) ? [] : [nodeName];
  const attributes = Object.entries<unknown>(node.getAttributes());
  const odd = attributes.filter(([key, value]) => !isNotesAttribute(nodeName, key, value));
  return [...name, ...odd, ...node.toArray().flatMap((child) => misfits(child, nodeName))];
}

function textMisfits(text: Y.XmlText, parent: string): unknown[] {
  const place = mayHold(parent, 'text') ? [] : [`text in ${parent}`];
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  const odd = delta.filter(
    ({ insert, attributes }) =>
      typeof insert !== 'string' ||
      Object.entries(attributes ?? {}).some(([mark, value]) => !isNotesMark(mark, value)),
  );
  return [...place, ...Object.keys(text.getAttributes()), ...odd];
}

const tally: Record<string, number> = {};

function attack(simulation: NotesSimulation, attempt: Forgery): void {
  const bytes = rawNotes(forged(simulation, attempt));
  if (attempt.mutate !== null) bytes[attempt.mutate[0] % bytes.length] = attempt.mutate[1];
  const verdict = simulation.receive(bytes, MALLORY);
  simulation.refusals.length = 0;
  const name = 'rule' in verdict ? verdict.rule : verdict.kind;
  tally[name] = (tally[name] ?? 0) + 1;
  const { reference, state } = simulation;
  expect(reference.store.pendingStructs).toBeNull();
  expect(reference.store.pendingDs).toBeNull();
  expect(state.index.stateVector()).toEqual(Y.decodeStateVector(Y.encodeStateVector(reference)));
  expect(misfitsIn(reference)).toEqual([]);
  if (verdict.kind === 'pass') expect(simulation.receive(bytes, MALLORY).kind).toBe('nothing');
}

/** Honest work to aim at. */
function populate({ tabs }: NotesSimulation): void {
  tabs[0]?.edit([0, 0], (c) => c.insertContent({ type: 'text', text: 'first words' }));
  tabs[0]?.edit([0.3, 0.6], (c) => c.toggleBold());
  tabs[1]?.edit([0.5, 0.5], (c) => c.splitBlock());
  tabs[1]?.edit([0, 0], (c) => c.toggleHeading({ level: 2 }));
  tabs[2]?.edit([1, 1], (c) => c.toggleBulletList());
  tabs[2]?.edit([1, 1], (c) => c.splitListItem('listItem'));
  tabs[2]?.edit([0, 0.2], (c) => c.deleteSelection());
}

describe('a hostile member, at the level of raw updates', () => {
  it('[J4] [J13] [J14] [J15] [N1] [N2] [N3] [N4] [N5] [N6] brings nothing in that the schema does not know, and breaks no replica', () => {
    fc.assert(
      fc.property(
        fc.array(forgery, { minLength: 5, maxLength: 30, size: 'max' }),
        fc.boolean(),
        (attempts, gc) => {
          const simulation = new NotesSimulation(gc);
          populate(simulation);
          for (const attempt of attempts) attack(simulation, attempt);
          for (const { doc } of simulation.tabs) {
            expect(doc.store.pendingStructs).toBeNull();
            expect(doc.store.pendingDs).toBeNull();
            expect(misfitsIn(doc)).toEqual([]);
            expect(seenIn(doc)).toEqual(seenIn(simulation.reference));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  afterAll(() => {
    // Forgeries that all fail at the first check would prove nothing.
    for (const outcome of 'pass missing nothing J3 J6 J13 J14 N1 N2 N3 N4 N5 N6'.split(' '))
      expect(tally[outcome] ?? 0, outcome).toBeGreaterThan(0);
  });
});
