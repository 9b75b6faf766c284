import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { type RawStruct, type RawUpdate, rawUpdate, writer } from './judge-fixture.ts';
import type { Verdict } from './judge.ts';
import { claimsOfDoc, claimsOfIndex } from './reference-doc.ts';
import { Simulation, keyOf } from './simulation.ts';

const MALLORY = writer('mallory');
const CLIENTS = [1001, 1002] as const;

/** Numbers by which a forgery aims at what happens to be there when it is sent. */
interface Aim {
  /** Whose client id: her own, a victim's, one more of her own. */
  client: number;
  /** Clocks before (negative: behind) the client's next. */
  back: number;
  kind: number;
  length: number;
  root: string;
  user: string;
  slot: number;
  /** Picks a unit as origin; null for none. */
  origin: number | null;
  rightOrigin: boolean;
}

/** Mostly `usual`: a forgery that is wrong in every way at once tests one rule only. */
function mostly<T>(usual: T, weight: number, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
}

const aim: fc.Arbitrary<Aim> = fc.record({
  client: fc.oneof(
    { weight: 12, arbitrary: fc.nat({ max: 1 }) },
    { weight: 1, arbitrary: fc.nat() },
  ),
  back: mostly(0, 10, fc.integer({ min: -2, max: 4 })),
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(8, 8, 8, 1) },
    { weight: 1, arbitrary: fc.constantFrom(0, 10, 4, 7) },
  ),
  length: mostly(1, 6, fc.nat({ max: 3 })),
  root: mostly('annotations', 20, fc.constantFrom('replies', 'other')),
  user: mostly('mallory', 12, fc.constantFrom('alice', 'bob', 'no one')),
  slot: fc.nat({ max: 2 }),
  origin: fc.option(fc.nat(), { freq: 2 }),
  rightOrigin: mostly(false, 40, fc.constant(true)),
});
const forgery = fc.record({
  aims: fc.array(aim, { maxLength: 4 }),
  deletes: fc.array(
    fc.record({
      mine: fc.oneof(...[true, true, true, false].map((b) => fc.constant(b))),
      at: fc.nat(),
      length: mostly(1, 8, fc.nat({ max: 2 })),
    }),
    { maxLength: 2 },
  ),
  covered: fc.boolean(),
  mutate: mostly<readonly [number, number] | null>(
    null,
    12,
    fc.tuple(fc.nat(), fc.nat({ max: 255 })),
  ),
});
type Forgery = typeof forgery extends fc.Arbitrary<infer F> ? F : never;

/** Ids of units that are there, and of hers: most forgeries should get past the first checks. */
function units(simulation: Simulation, mine: boolean): [number, number][] {
  return Object.entries(claimsOfIndex(simulation.place.index).units)
    .filter(([, claim]) => !mine || claim.includes('mallory'))
    .map(([id]) => id.split(':').map(Number) as [number, number]);
}

function clientFor({ place }: Simulation, at: number): number {
  const all = [...CLIENTS, ...place.index.clients.keys()];
  return all[at % all.length] ?? CLIENTS[0];
}

function bytesOf(simulation: Simulation, attempt: Forgery): Uint8Array {
  const update = forged(simulation, attempt);
  const bytes = rawUpdate(update);
  if (attempt.mutate !== null) bytes[attempt.mutate[0] % bytes.length] = attempt.mutate[1];
  return bytes;
}

function forged(simulation: Simulation, { aims, deletes, covered }: Forgery): RawUpdate {
  const all = units(simulation, false);
  const mine = units(simulation, true);
  const blocks = new Map<number, { client: number; clock: number; structs: RawStruct[] }>();
  for (const one of aims) {
    const client = clientFor(simulation, one.client);
    const clock = Math.max(0, simulation.place.index.state(client) - one.back);
    const block = blocks.get(client) ?? { client, clock, structs: [] };
    const ahead = [client, clock + block.structs.length - 1] as const;
    const pool = [
      ...(one.user === 'mallory' ? mine : all),
      ...(block.structs.length > 0 ? [ahead] : []),
    ];
    block.structs.push(structOf(one, pool));
    blocks.set(client, block);
  }
  const aimed = deletes.flatMap(({ mine: own, at, length }) => {
    const unit = pick(own ? mine : all, at);
    return unit === undefined ? [] : [{ client: unit[0], ranges: [[unit[1], length] as const] }];
  });
  return {
    blocks: [...blocks.values()],
    deletes: covered ? [...blocks.values()].map(coverOf) : aimed,
  };
}

/** Deletes all of a block in the same update: what several values in one struct need. */
function coverOf({
  client,
  clock,
  structs,
}: {
  client: number;
  clock: number;
  structs: RawStruct[];
}) {
  const length = structs.reduce((sum, struct) => sum + (struct.length ?? 1), 0);
  return { client, ranges: [[clock, length] as const] };
}

function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)];
}

function structOf(one: Aim, pool: readonly (readonly [number, number])[]): RawStruct {
  const origin = one.origin === null ? undefined : pick(pool, one.origin);
  const values = Array.from({ length: one.length }, (_, at) => ({ forged: at }));
  return {
    kind: one.kind,
    length: one.length,
    ...(one.kind === 8 ? { values } : {}),
    ...(origin === undefined ? { root: one.root, key: keyOf(one.user, one.slot) } : { origin }),
    ...(one.rightOrigin ? { rightOrigin: [1001, 0] as const } : {}),
  };
}

const tally: Record<string, number> = {};

function count(verdict: Verdict): void {
  const name = 'rule' in verdict ? verdict.rule : verdict.kind;
  tally[name] = (tally[name] ?? 0) + 1;
}

function othersRecords(doc: Y.Doc): Record<string, unknown> {
  const { records } = claimsOfDoc(doc);
  return Object.fromEntries(Object.entries(records).filter(([key]) => !key.includes(' mallory/')));
}

function attack(simulation: Simulation, attempt: Forgery): void {
  const before = othersRecords(simulation.reference);
  const verdict = simulation.receive(bytesOf(simulation, attempt), MALLORY);
  count(verdict);
  if (verdict.kind === 'pass')
    expect(
      verdict.effects.every(({ owner, moderation }) => owner === 'mallory' && !moderation),
    ).toBe(true);
  expect(othersRecords(simulation.reference)).toEqual(before);
  expect(simulation.reference.store.pendingStructs).toBeNull();
  expect(simulation.reference.store.pendingDs).toBeNull();
  expect(claimsOfIndex(simulation.place.index)).toEqual(claimsOfDoc(simulation.reference));
}

/** Honest work to aim at, some of it concurrent. */
function populate(simulation: Simulation): void {
  const [first, second, bob] = simulation.tabs;
  first?.set(0, 'a');
  if (second !== undefined) second.online = false;
  first?.set(0, 'b');
  second?.set(0, 'c');
  bob?.set(1, 'd');
  bob?.delete(1);
  bob?.set(2, 'e');
  if (second !== undefined) simulation.connect(second, false);
}

describe('a hostile client, at the level of raw updates', () => {
  it('[J4] [J11] [J12] [J13] [J14] [J15] [J16] [J17] changes nothing but her own records, and breaks no replica', () => {
    fc.assert(
      fc.property(
        fc.array(forgery, { minLength: 5, maxLength: 30 }),
        fc.boolean(),
        (attempts, gc) => {
          const simulation = new Simulation(gc);
          populate(simulation);
          for (const attempt of attempts) attack(simulation, attempt);
          for (const { doc } of simulation.tabs)
            expect(doc.getMap('annotations').toJSON()).toEqual(
              simulation.reference.getMap('annotations').toJSON(),
            );
        },
      ),
      { numRuns: 400 },
    );
  }, 20_000);

  afterAll(() => {
    // Forgeries that all fail at the first check would prove nothing.
    for (const outcome of [
      'pass',
      'missing',
      'nothing',
      'J3',
      'J6',
      'J7',
      'J8',
      'J9',
      'J10',
      'J11',
      'J12',
      'J13',
      'J14',
      'J16',
    ])
      expect(tally[outcome] ?? 0, outcome).toBeGreaterThan(5);
  });
});
