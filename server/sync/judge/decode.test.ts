import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decode } from './decode.ts';
import { decodeValue } from './plain-value.ts';
import { type RawStruct, type RawUpdate, rawInsert, rawUpdate } from './judge-fixture.ts';
import { keyOf } from './simulation.ts';

const KEY = keyOf('alice', 1);

function rule(update: RawUpdate | Uint8Array): string {
  const decoded = decode(update instanceof Uint8Array ? update : rawUpdate(update));
  return decoded.ok ? 'accepted' : decoded.error.rule;
}

function oneStruct(struct: Partial<RawStruct>, clock = 0): RawUpdate {
  const whole = { kind: 8, values: [1], root: 'annotations', key: KEY, ...struct };
  return { blocks: [{ client: 1, clock, structs: [whole] }] };
}

function value(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, rawUpdate(oneStruct({ length: 1, values: [] })).slice(0, -1));
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function deletes(...ranges: [number, number][]): RawUpdate {
  return { deletes: [{ client: 1, ranges }] };
}

/** A delete set of one range, its client id spelled as given. */
function deleteOf(client: number[]): Uint8Array {
  return Uint8Array.of(0, 1, ...client, 1, 0, 1);
}

/** Arrays in arrays, `depth` of them. */
function nested(depth: number): Uint8Array {
  return value((e) => {
    for (let at = 0; at < depth; at += 1) [117, 1].forEach((byte) => encoding.writeUint8(e, byte));
    encoding.writeUint8(e, 126);
  });
}

describe('decode', () => {
  it('reads what Yjs reads', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const map = doc.getMap('annotations');
    map.set(KEY, { text: 'Größe 🙂', list: [1, -2, 0.5, 1e300, true, false, null] });
    map.set(KEY, { second: 2 ** 40 });
    const decoded = decode(Y.encodeStateAsUpdate(doc));
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        blocks: [
          {
            client: 7,
            items: [
              {
                clock: 0,
                length: 1,
                value: null,
                origin: null,
                place: { map: 'annotations', key: KEY, owner: 'alice' },
              },
              {
                clock: 1,
                length: 1,
                value: encoding.encode((encoder) =>
                  encoding.writeAny(encoder, { second: 2 ** 40 }),
                ),
                origin: { client: 7, clock: 0 },
              },
            ],
          },
        ],
      },
    });
    expect(decoded.ok && decoded.value.deletes).toEqual(new Map([[7, [{ clock: 0, length: 1 }]]]));
  });

  it('gives the values that lib0 wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const bytes = encoding.encode((encoder) => encoding.writeAny(encoder, value));
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(decodeValue(bytes)).toEqual(decoding.readAny(decoding.createDecoder(bytes)));
      }),
    );
  });

  it('[J3] takes one block per client, with something in it', () => {
    const block = { client: 1, clock: 0, structs: [{ kind: 8, values: [1], key: KEY }] };
    expect(rule({ blocks: [block] })).toBe('accepted');
    expect(rule({ blocks: [block, { ...block, clock: 1 }] })).toBe('J3');
    expect(rule({ blocks: [{ client: 1, clock: 0, structs: [] }] })).toBe('J3');
  });

  it('[J3] takes no byte behind the delete set, and no message cut off anywhere', () => {
    const whole = rawUpdate(oneStruct({ values: [{ a: ['words', 1.25, 3] }] }));
    expect(rule(whole)).toBe('accepted');
    for (const byte of [0, 1, 255]) expect(rule(Uint8Array.of(...whole, byte))).toBe('J3');
    for (let end = 0; end < whole.length; end += 1) expect(rule(whole.slice(0, end))).toBe('J3');
  });

  it('[J3] believes no count that the bytes do not back', () => {
    const huge = [0xff, 0xff, 0xff, 0xff, 0x0f];
    expect(rule(Uint8Array.of(...huge))).toBe('J3');
    expect(rule(Uint8Array.of(1, ...huge, 1, 0))).toBe('J3');
    expect(rule(Uint8Array.of(0, ...huge))).toBe('J3');
    expect(rule(Uint8Array.of(0, 1, 1, ...huge))).toBe('J3');
    expect(rule(value((e) => [117, ...huge].forEach((byte) => encoding.writeUint8(e, byte))))).toBe(
      'J3',
    );
  });

  it('[J3] takes no number that JavaScript cannot hold, however it is spelled', () => {
    expect(rule(deleteOf([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]))).toBe('accepted');
    expect(rule(deleteOf([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f]))).toBe('J3');
    // lib0 would multiply zero by infinity here and go on with NaN.
    expect(rule(deleteOf([...Array.from({ length: 200 }, () => 0x80), 0]))).toBe('J3');
  });

  it('[J3] takes no text that is no UTF-8: Yjs throws on it, in every client', () => {
    expect(
      rule(value((e) => [119, 2, 0xc3, 0x28].forEach((byte) => encoding.writeUint8(e, byte)))),
    ).toBe('J3');
  });

  it('[J5] caps clocks, of structs, skips and delete ranges', () => {
    expect(rule(oneStruct({}, 2 ** 31 - 1))).toBe('accepted');
    expect(rule(oneStruct({}, 2 ** 31))).toBe('J5');
    expect(rule(oneStruct({ kind: 1, length: 2 ** 31 + 1 }))).toBe('J5');
    expect(rule(oneStruct({ kind: 10, length: 2 ** 40 }))).toBe('J5');
    expect(rule({ deletes: [{ client: 1, ranges: [[2 ** 31, 1]] }] })).toBe('J5');
  });

  it('[J6] takes no empty struct and no empty delete range', () => {
    expect(rule(oneStruct({ kind: 1, length: 0 }))).toBe('J6');
    expect(rule(oneStruct({ values: [] }))).toBe('J6');
    expect(rule(oneStruct({ kind: 10, length: 0 }))).toBe('J6');
    expect(rule({ deletes: [{ client: 1, ranges: [[0, 0]] }] })).toBe('J6');
  });

  it('[J6] takes no delete ranges that overlap, in whatever order; neighbours become one', () => {
    expect(rule(deletes([0, 2], [1, 2]))).toBe('J6');
    expect(rule(deletes([5, 2], [0, 6]))).toBe('J6');
    expect(rule(deletes([0, 1], [0, 1]))).toBe('J6');
    const split = { client: 1, ranges: [[0, 2] as const] };
    expect(rule({ deletes: [split, split] })).toBe('J6');
    const joined = decode(rawUpdate(deletes([4, 1], [0, 2], [2, 1])));
    expect(joined.ok && joined.value.deletes.get(1)).toEqual([
      { clock: 0, length: 3 },
      { clock: 4, length: 1 },
    ]);
  });

  it('[J7] takes no garbage structs; skips leave a gap', () => {
    expect(rule(oneStruct({ kind: 0, length: 1 }))).toBe('J7');
    const skip = decode(
      rawUpdate({
        blocks: [
          {
            client: 1,
            clock: 0,
            structs: [
              { kind: 10, length: 5 },
              { kind: 8, values: [1], key: KEY },
            ],
          },
        ],
      }),
    );
    expect(skip.ok && skip.value.blocks[0]?.items).toMatchObject([{ clock: 5 }]);
  });

  it('[J8] takes no nested types and no other contents', () => {
    for (const kind of [2, 3, 4, 5, 6, 7, 9, 11, 31]) expect(rule(oneStruct({ kind }))).toBe('J8');
    const doc = new Y.Doc();
    doc.getMap('annotations').set(KEY, new Y.Map());
    expect(decode(Y.encodeStateAsUpdate(doc))).toMatchObject({
      error: { rule: 'J8', map: 'annotations', key: KEY },
    });
  });

  it('[J9] takes no right origins', () => {
    expect(rule(oneStruct({ rightOrigin: [1, 0] }))).toBe('J9');
    expect(rule(oneStruct({ origin: [2, 0], rightOrigin: [1, 0] }))).toBe('J9');
  });

  it('[J11] takes a known root map and a key of the grammar only', () => {
    expect(rule(oneStruct({ root: 'notes' }))).toBe('J11');
    expect(rule(oneStruct({ root: '__proto__' }))).toBe('J11');
    expect(rule(oneStruct({ parent: [1, 0] }))).toBe('J11');
    for (const key of [
      '',
      'alice',
      'alice/short',
      '/record-0001',
      'a b/record-0001',
      `${KEY}/x`,
      `${KEY}\n`,
    ])
      expect(rule(oneStruct({ key })), key).toBe('J11');
    const list = new Y.Doc();
    list.getArray('annotations').push([{ a: 1 }]);
    expect(rule(Y.encodeStateAsUpdate(list))).toBe('J11');
  });

  it('[J12] takes no origin in the struct itself or behind it', () => {
    expect(rule(oneStruct({ origin: [1, 4] }, 5))).toBe('accepted');
    expect(rule(oneStruct({ origin: [1, 5] }, 5))).toBe('J12');
    expect(rule(oneStruct({ origin: [1, 9] }, 5))).toBe('J12');
  });

  it('[J18] takes plain JSON only', () => {
    for (const odd of [
      undefined,
      10n,
      new Uint8Array(2),
      { a: { b: undefined } },
      [NaN],
      [-Infinity],
    ])
      expect(rule(rawInsert(1, 0, KEY, odd))).toBe('J18');
    expect(rule(rawInsert(1, 0, KEY, JSON.parse('{"a":{"__proto__":{"tag":"fact"}}}')))).toBe(
      'J18',
    );
    expect(rule(rawInsert(1, 0, KEY, { constructor: 1, toString: [] }))).toBe('accepted');
  });

  it('[J18] takes a depth of 64, and gives up on deeper ones without ever recursing on', () => {
    expect(rule(nested(64))).toBe('accepted');
    expect(rule(nested(65))).toBe('J18');
    expect(rule(nested(400_000))).toBe('J18');
  });

  it('is linear: a megabyte of the smallest things takes no longer than a moment', () => {
    const ranges = Array.from({ length: 200_000 }, (_, at) => [2 * (200_000 - at), 1] as const);
    const structs = Array.from({ length: 150_000 }, (_, at): RawStruct => ({
      kind: 1,
      origin: [1, at],
    }));
    const update = rawUpdate({
      blocks: [{ client: 1, clock: 1, structs }],
      deletes: [{ client: 1, ranges }],
    });
    const before = performance.now();
    expect(rule(update)).toBe('accepted');
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('decoding anything', () => {
  const samples = sampleUpdates();
  const mutated = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 2 }),
      fc.nat({ max: 3 }).map((chance) => chance === 0),
    )
    .map(([{ before, update }, changes, cut]) => {
      const bytes = update.slice();
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return {
        before,
        update: cut ? bytes.slice(0, (changes[0]?.[0] ?? 0) % bytes.length) : bytes,
      };
    });
  const random = fc
    .uint8Array({ maxLength: 60 })
    .map((update) => ({ before: new Uint8Array([0, 0]), update }));

  it('[J3] [J6] [J18] never throws, and what it takes Yjs takes too', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, random), ({ before, update }) => {
        if (!decode(update).ok) return;
        taken += 1;
        const doc = new Y.Doc();
        Y.applyUpdate(doc, before);
        Y.applyUpdate(doc, update);
      }),
      { numRuns: 5000, seed: 20_260_301 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});

/** Real updates, each with the state it was made in. */
function sampleUpdates(): { before: Uint8Array; update: Uint8Array }[] {
  const doc = new Y.Doc();
  const samples: { before: Uint8Array; update: Uint8Array }[] = [];
  let before = Y.encodeStateAsUpdate(doc);
  doc.on('update', (update: Uint8Array) => {
    samples.push({ before, update });
    before = Y.encodeStateAsUpdate(doc);
    samples.push({ before: new Uint8Array([0, 0]), update: before });
  });
  const map = doc.getMap('annotations');
  for (let at = 0; at < 6; at += 1) {
    doc.clientID = 100 + (at % 2);
    map.set(keyOf('alice', at % 3), { at, text: 'né', list: [at / 3, null] });
    if (at % 3 === 2) map.delete(keyOf('alice', 1));
  }
  return samples;
}
