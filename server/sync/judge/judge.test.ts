import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import { ClientIds } from './client-ids.ts';
import {
  type RawStruct,
  type RawUpdate,
  annotation,
  anyRecord,
  emptyPlace,
  rawInsert,
  rawUpdate,
  writer,
} from './judge-fixture.ts';
import { type Verdict, type Writer, judge } from './judge.ts';
import { NO_LIMITS, type PlaceState } from './place-state.ts';
import { claimsOfIndex } from './reference-doc.ts';
import { keyOf } from './simulation.ts';

const ALICE = writer('alice');
const BOB = writer('bob');
const IVY = writer('ivy', { mayModerate: true });
const A1 = keyOf('alice', 1);
const B1 = keyOf('bob', 1);

function structural(changes: Partial<PlaceState> = {}): PlaceState {
  return emptyPlace({ check: anyRecord, ...changes });
}

/** Judges, folds when it passes, and says the kind or the rule. */
function send(place: PlaceState, by: Writer, update: RawUpdate | Uint8Array): string {
  const verdict = judge(update instanceof Uint8Array ? update : rawUpdate(update), by, place);
  if (verdict.kind === 'pass') verdict.fold();
  return 'rule' in verdict ? verdict.rule : verdict.kind;
}

function structs(client: number, clock: number, ...all: RawStruct[]): RawUpdate {
  return { blocks: [{ client, clock, structs: all }] };
}

function overwrite(origin: readonly [number, number], value: unknown = 'over'): RawStruct {
  return { kind: 8, values: [value], origin };
}

function deletion(client: number, clock: number, length = 1): RawUpdate {
  return { deletes: [{ client, ranges: [[clock, length]] }] };
}

/** Alice's record A1 from client 1, Bob's B1 from client 2, one struct each. */
function twoRecords(changes: Partial<PlaceState> = {}): PlaceState {
  const place = structural(changes);
  expect(send(place, ALICE, rawInsert(1, 0, A1, 'hers'))).toBe('pass');
  expect(send(place, BOB, rawInsert(2, 0, B1, 'his'))).toBe('pass');
  return place;
}

function hidden(length: number): RawUpdate {
  return structs(1, 0, { kind: 1, length, key: A1 });
}

/** Alice, who may write anything but `value`. */
function closed(value: unknown): Writer {
  return writer('alice', {
    mayWrite: (_map, _key, asked) => (asked === value ? 'The reading is closed.' : null),
  });
}

function effects(verdict: Verdict): unknown {
  return verdict.kind === 'pass' ? verdict.effects : verdict;
}

describe('what is novel', () => {
  it('[J1] [J2] known structs and deletes of others are nothing, whoever sends them again', () => {
    const place = twoRecords();
    expect(send(place, BOB, deletion(2, 0))).toBe('pass');
    const again = structs(1, 0, { kind: 8, values: ['hers'], key: A1 });
    expect(send(place, BOB, { ...again, ...deletion(2, 0) })).toBe('nothing');
    const observer = writer('oda', { mayWrite: () => 'Observers do not write.' });
    expect(send(place, observer, { ...again, ...deletion(2, 0) })).toBe('nothing');
    expect(send(place, observer, {})).toBe('nothing');
  });

  it('[J4] [J15] a gap, an unknown origin and an unknown delete target are missing dependencies', () => {
    const place = twoRecords();
    expect(send(place, ALICE, rawInsert(1, 2, A1, 'x'))).toBe('missing');
    expect(send(place, ALICE, rawInsert(3, 1, A1, 'x'))).toBe('missing');
    expect(send(place, ALICE, structs(1, 1, overwrite([9, 0])))).toBe('missing');
    expect(send(place, ALICE, deletion(1, 1))).toBe('missing');
    expect(send(place, ALICE, deletion(1, 0, 2))).toBe('missing');
    expect(send(place, ALICE, structs(1, 1, { kind: 10, length: 3 }, overwrite([1, 0])))).toBe(
      'missing',
    );
    expect(send(place, ALICE, structs(1, 0, { kind: 10, length: 1 }, overwrite([1, 0])))).toBe(
      'pass',
    );
  });

  it('[J5] caps the deleted content of one update', () => {
    expect(send(structural(), ALICE, hidden(2 ** 20))).toBe('pass');
    expect(send(structural(), ALICE, hidden(2 ** 20 + 1))).toBe('J5');
  });

  it('[J10] several values in one struct pass only where the update deletes them', () => {
    const several = structs(1, 0, { kind: 8, values: ['a', 'b'], key: A1 });
    expect(send(structural(), ALICE, several)).toBe('J10');
    expect(send(structural(), ALICE, { ...several, ...deletion(1, 1) })).toBe('J10');
    expect(send(structural(), ALICE, { ...several, ...deletion(1, 0, 1) })).toBe('J10');
    expect(send(structural(), ALICE, { ...several, ...deletion(1, 0, 2) })).toBe('pass');
  });

  it('[J10] [J13] of a partly known struct only the new part counts', () => {
    const place = twoRecords();
    const longer = structs(1, 0, { kind: 8, values: ['hers', 'anew'], key: A1 });
    expect(send(place, ALICE, longer)).toBe('pass');
    expect(place.index.record('annotations', A1)).toBe('anew');
  });

  it('[J21] judging changes nothing, and a draft that others overtook cannot be folded', () => {
    const place = twoRecords();
    const before = claimsOfIndex(place.index);
    const first = judge(rawInsert(1, 1, keyOf('alice', 2), 'x'), ALICE, place);
    const second = judge(rawInsert(5, 0, keyOf('alice', 3), 'y'), ALICE, place);
    expect(claimsOfIndex(place.index)).toEqual(before);
    expect(place.clientIds.userOf(5)).toBeUndefined();
    if (first.kind !== 'pass' || second.kind !== 'pass') throw new Error('both pass');
    first.fold();
    expect(() => second.fold()).toThrow('stale');
    expect(place.index.countOf('alice')).toBe(2);
  });
});

describe('whose it is', () => {
  it('[J11] a new key is the writer’s own', () => {
    expect(send(structural(), BOB, rawInsert(2, 0, A1, 'x'))).toBe('J11');
    expect(send(twoRecords(), BOB, rawInsert(2, 1, A1, 'x'))).toBe('J11');
  });

  it('[J12] an overwrite is of the writer’s own key, however many origins lead there', () => {
    const place = twoRecords();
    expect(send(place, BOB, structs(2, 1, overwrite([1, 0])))).toBe('J12');
    expect(send(place, BOB, structs(2, 1, overwrite([2, 0]), overwrite([1, 0])))).toBe('J12');
    expect(send(place, BOB, structs(2, 1, { kind: 1, origin: [1, 0] }))).toBe('J12');
    const chained = {
      blocks: [
        { client: 8, clock: 0, structs: [overwrite([9, 0])] },
        { client: 9, clock: 0, structs: [overwrite([1, 0])] },
      ],
    };
    expect(send(place, BOB, chained)).toBe('J12');
    expect(send(place, ALICE, chained)).toBe('pass');
  });

  it('[J12] origins that wait for each other are refused, with and without clocks between', () => {
    const place = twoRecords();
    const circle = (second: RawStruct[]): RawUpdate => ({
      blocks: [
        { client: 8, clock: 0, structs: [overwrite([9, second.length - 1])] },
        { client: 9, clock: 0, structs: second },
      ],
    });
    expect(send(place, ALICE, circle([overwrite([8, 0])]))).toBe('J12');
    expect(send(place, ALICE, circle([overwrite([8, 0]), overwrite([1, 0])]))).toBe('J12');
    expect(send(place, ALICE, circle([overwrite([1, 0]), overwrite([1, 0])]))).toBe('pass');
  });

  it('[J12] clients that build on each other in turn are no circle', () => {
    const update: RawUpdate = {
      blocks: [
        { client: 8, clock: 0, structs: [overwrite([9, 0]), overwrite([9, 1])] },
        { client: 9, clock: 0, structs: [overwrite([1, 0]), overwrite([8, 0])] },
      ],
    };
    expect(send(twoRecords(), ALICE, update)).toBe('pass');
  });

  it('[J13] a known struct repeats what is known, or it is refused', () => {
    const place = twoRecords();
    const lies: RawStruct[] = [
      { kind: 8, values: ['x', 'y'], key: B1 },
      { kind: 8, values: ['x', 'y'], key: A1, root: 'replies' },
      { kind: 8, values: ['x', 'y'], origin: [2, 0] },
      { kind: 8, values: ['x'], origin: [77, 0] },
    ];
    for (const lie of lies) expect(send(place, ALICE, structs(1, 0, lie))).toBe('J13');
    expect(send(place, ALICE, structs(1, 1, overwrite([2, 0])))).toBe('J12');
  });

  it('[J13] [J12] a known struct cannot carry a new one into another’s key', () => {
    const place = twoRecords();
    // Yjs keeps the parent that is sent here: client 2 would write under A1.
    const overlap = structs(2, 0, { kind: 8, values: ['his', 'forged'], key: A1 });
    expect(send(place, BOB, overlap)).toBe('J13');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, rawInsert(2, 0, B1, 'his'));
    Y.applyUpdate(doc, rawUpdate(overlap));
    expect(doc.getMap('annotations').get(A1)).toBe('forged');
  });

  it('[J14] a client id is the first user’s, across places, also where the key is the writer’s own', () => {
    const clientIds = new ClientIds();
    const shared = twoRecords({ clientIds });
    const desk = structural({ clientIds });
    expect(send(shared, BOB, rawInsert(1, 1, keyOf('bob', 2), 'x'))).toBe('J14');
    expect(send(desk, BOB, rawInsert(1, 0, B1, 'x'))).toBe('J14');
    expect(send(desk, ALICE, rawInsert(1, 0, A1, 'x'))).toBe('pass');
    expect(send(desk, ALICE, rawInsert(6, 0, keyOf('alice', 2), 'x'))).toBe('pass');
    expect(send(shared, BOB, rawInsert(6, 0, B1, 'x'))).toBe('J14');
  });

  it('[J14] a refused update claims nothing', () => {
    const place = structural();
    expect(send(place, BOB, rawInsert(1, 0, A1, 'x'))).toBe('J11');
    expect(send(place, ALICE, rawInsert(1, 0, A1, 'x'))).toBe('pass');
  });

  it('[J16] deletes are the owner’s or a moderator’s, in whatever range they hide', () => {
    const place = twoRecords();
    expect(send(place, BOB, deletion(1, 0))).toBe('J16');
    expect(
      send(place, BOB, {
        deletes: [...(deletion(2, 0).deletes ?? []), ...(deletion(1, 0).deletes ?? [])],
      }),
    ).toBe('J16');
    expect(effects(judge(rawUpdate(deletion(1, 0)), IVY, place))).toEqual([
      {
        map: 'annotations',
        key: A1,
        owner: 'alice',
        before: encoding.encode((encoder) => encoding.writeAny(encoder, 'hers')),
        after: null,
        moderation: true,
      },
    ]);
    expect(effects(judge(rawUpdate(deletion(1, 0)), ALICE, place))).toMatchObject([
      { moderation: false },
    ]);
  });

  it('[J16] moderating is deleting: a moderator writes under nobody’s key', () => {
    const place = twoRecords();
    expect(send(place, IVY, structs(3, 0, overwrite([1, 0])))).toBe('J12');
    expect(send(place, IVY, structs(3, 0, { kind: 1, origin: [1, 0] }))).toBe('J12');
    expect(send(place, IVY, rawInsert(3, 0, A1, 'x'))).toBe('J11');
  });

  it('[J17] deleting what was overwritten, or lost to another tab, is no delete at all', () => {
    const place = twoRecords();
    expect(send(place, ALICE, structs(1, 1, overwrite([1, 0], 'second')))).toBe('pass');
    expect(send(place, ALICE, structs(4, 0, overwrite([1, 0], 'winner')))).toBe('pass');
    expect(send(place, ALICE, structs(3, 0, overwrite([1, 0], 'loser')))).toBe('pass');
    expect(place.index.record('annotations', A1)).toBe('winner');
    expect(send(place, BOB, deletion(1, 0, 2))).toBe('nothing');
    expect(send(place, BOB, deletion(3, 0))).toBe('nothing');
    expect(send(place, BOB, deletion(4, 0))).toBe('J16');
  });

  it('[J23] what was moderated stays away; a value that shows nothing may still arrive', () => {
    const place = twoRecords();
    expect(send(place, IVY, deletion(1, 0))).toBe('pass');
    expect([...place.index.moderated()]).toEqual([{ map: 'annotations', key: A1 }]);
    expect(send(place, ALICE, structs(1, 1, overwrite([1, 0])))).toBe('J23');
    expect(send(place, ALICE, rawInsert(5, 0, A1, 'again'))).toBe('J23');
    expect(send(place, ALICE, structs(1, 1, { kind: 1, origin: [1, 0] }))).toBe('pass');
    expect(place.index.record('annotations', A1)).toBeNull();
  });

  it('[J23] what its owner deleted may be written again', () => {
    const place = twoRecords();
    expect(send(place, ALICE, deletion(1, 0))).toBe('pass');
    expect(send(place, ALICE, structs(1, 1, overwrite([1, 0])))).toBe('pass');
  });
});

describe('what is written', () => {
  it('[R1] every value that is not deleted at once is checked, winners and losers alike', () => {
    const place = emptyPlace();
    const good = annotation(A1);
    expect(send(place, ALICE, rawInsert(4, 0, A1, { ...good, tag: 'gossip' }))).toBe('R1');
    expect(send(place, ALICE, rawInsert(4, 0, A1, good))).toBe('pass');
    const loser = { kind: 8, key: A1, values: [{ ...good, author: 'bob' }] };
    expect(send(place, ALICE, structs(3, 0, loser))).toBe('R1');
    const two = structs(3, 0, { ...loser, values: [good] }, overwrite([3, 0], 'not a record'));
    expect(send(place, ALICE, two)).toBe('R1');
    expect(send(place, ALICE, { ...structs(3, 0, loser), ...deletion(3, 0) })).toBe('pass');
  });

  it('[R1] the refusal names the record and says what to do', () => {
    const forged = {
      ...annotation(A1),
      target: { ...(annotation(A1)['target'] as object), exact: 'famines' },
    };
    expect(judge(rawInsert(1, 0, A1, forged), ALICE, emptyPlace())).toEqual({
      kind: 'refused',
      rule: 'R1',
      map: 'annotations',
      key: A1,
      title: 'The quoted words are not those of the text.',
    });
  });

  it('[P1] leave is asked for what is written, for what is replaced, and for what is deleted', () => {
    const asked: [RecordMap, string, AnyRecord | null][] = [];
    const asking = writer('alice', {
      mayWrite: (...question) => (asked.push(question) > 0 ? null : ''),
    });
    const place = structural();
    const steps: [RawUpdate | Uint8Array, unknown[]][] = [
      [rawInsert(1, 0, A1, 'first'), ['first']],
      [structs(1, 1, overwrite([1, 0], 'second')), ['second', 'first']],
      [deletion(1, 1), ['second']],
      [structs(1, 2, { kind: 1, origin: [1, 1] }), [null]],
    ];
    for (const [update, values] of steps) {
      expect(send(place, asking, update)).toBe('pass');
      expect(asked.splice(0)).toEqual(values.map((value) => ['annotations', A1, value]));
    }
  });

  it('[P1] a refused leave stops the whole update, each way', () => {
    const place = twoRecords();
    expect(send(place, closed('x'), structs(1, 1, overwrite([1, 0], 'x')))).toBe('P1');
    expect(send(place, closed('hers'), structs(1, 1, overwrite([1, 0], 'x')))).toBe('P1');
    expect(send(place, closed('hers'), deletion(1, 0))).toBe('P1');
    expect(send(place, closed(null), structs(1, 1, { kind: 1, origin: [1, 0] }))).toBe('P1');
    expect(send(place, closed(null), structs(1, 1, overwrite([1, 0], 'x')))).toBe('pass');
  });

  it('[L1] counts the records that stand, and lets who has too many delete', () => {
    const limits = { ...NO_LIMITS, recordsPerMember: 2 };
    const place = structural({ limits });
    for (const at of [0, 1])
      expect(send(place, ALICE, rawInsert(1, at, keyOf('alice', at), at))).toBe('pass');
    expect(send(place, ALICE, rawInsert(1, 2, keyOf('alice', 2), 2))).toBe('L1');
    expect(send(place, BOB, rawInsert(2, 0, B1, 2))).toBe('pass');
    expect(send(place, ALICE, structs(1, 2, overwrite([1, 0])))).toBe('pass');
    const exchange = structs(1, 3, { kind: 8, values: ['new'], key: keyOf('alice', 2) });
    expect(send(place, ALICE, { ...exchange, ...deletion(1, 1) })).toBe('pass');
    expect(place.index.countOf('alice')).toBe(2);
  });

  it('[L2] counts bytes, and lets what makes the place smaller pass', () => {
    const limits = { ...NO_LIMITS, placeBytes: 400 };
    const place = structural({ limits });
    expect(send(place, ALICE, rawInsert(1, 0, A1, 'x'.repeat(300)))).toBe('pass');
    expect(send(place, BOB, rawInsert(2, 0, B1, 'x'.repeat(100)))).toBe('L2');
    expect(send(place, ALICE, structs(1, 1, overwrite([1, 0], 'short')))).toBe('pass');
    expect(send(place, BOB, rawInsert(2, 0, B1, 'x'.repeat(100)))).toBe('pass');
  });

  it('[L3] counts the client ids of a member', () => {
    const place = structural({ limits: { ...NO_LIMITS, clientIdsPerMember: 2 } });
    for (const client of [1, 2])
      expect(send(place, ALICE, rawInsert(client, 0, keyOf('alice', client), 0))).toBe('pass');
    expect(send(place, ALICE, rawInsert(3, 0, A1, 0))).toBe('L3');
    expect(send(place, ALICE, rawInsert(1, 1, keyOf('alice', 4), 0))).toBe('pass');
    expect(send(place, BOB, rawInsert(3, 0, B1, 0))).toBe('pass');
  });

  it('[J24] what the server moves itself breaks no limit', () => {
    const full = { recordsPerMember: 0, placeBytes: 0, clientIdsPerMember: 0 };
    const place = structural({ limits: full });
    expect(send(place, ALICE, rawInsert(1, 0, A1, 0))).toBe('L1');
    expect(send({ ...place, limits: NO_LIMITS }, ALICE, rawInsert(1, 0, A1, 0))).toBe('pass');
  });

  it('[J24] a desk goes into shared under its owner, and the same document goes on there', () => {
    const clientIds = new ClientIds();
    const [desk, shared] = [structural({ clientIds }), structural({ clientIds })];
    const doc = new Y.Doc();
    const sent: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => sent.push(update));
    for (const value of [1, 2]) doc.getMap('annotations').set(A1, { value });
    for (const update of sent.splice(0)) expect(send(desk, ALICE, update)).toBe('pass');
    expect(send(shared, ALICE, Y.encodeStateAsUpdate(doc))).toBe('pass');
    expect(send(shared, ALICE, Y.encodeStateAsUpdate(doc))).toBe('nothing');
    doc.getMap('annotations').set(A1, { value: 3 });
    expect(send(shared, ALICE, sent[0] ?? Uint8Array.of())).toBe('pass');
    expect(shared.index.record('annotations', A1)).toEqual({ value: 3 });
  });

  it('[J3] [J6] bytes that no Yjs client writes are malformed, all else is refused with words', () => {
    expect(judge(Uint8Array.of(1, 2, 3), ALICE, structural())).toMatchObject({
      kind: 'malformed',
      rule: 'J3',
    });
    const empty = rawUpdate(structs(1, 0, { kind: 1, length: 0, key: A1 }));
    expect(judge(empty, ALICE, structural())).toMatchObject({ kind: 'malformed', rule: 'J6' });
    const garbage = rawUpdate(structs(1, 0, { kind: 0 }));
    expect(judge(garbage, ALICE, structural())).toMatchObject({ kind: 'refused', rule: 'J7' });
  });
});

describe('one key, many values', () => {
  it('[J17] a stale overwrite costs the same however often the key was overwritten since', () => {
    const place = structural();
    // Another key in between, so that no two overwrites are one run.
    const history = Array.from({ length: 40_000 }, (_, clock): RawStruct => {
      if (clock % 2 === 1) return { kind: 8, values: [clock], key: keyOf('alice', clock) };
      return clock === 0 ? { kind: 8, values: [clock], key: A1 } : overwrite([5, clock - 2]);
    });
    expect(send(place, ALICE, structs(5, 0, ...history))).toBe('pass');
    const stale = Array.from({ length: 40_000 }, () => overwrite([5, 0]));
    const before = performance.now();
    expect(send(place, ALICE, structs(4, 0, ...stale))).toBe('pass');
    expect(performance.now() - before).toBeLessThan(1500);
    expect(place.index.record('annotations', A1)).toBe('over');
  });
});
