import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { parseMessage } from './incoming.ts';
import { decodeNotes } from './judge-notes/decode.ts';
import { judgeNotes } from './judge-notes/judge-notes.ts';
import { emptyNotes, notesWriter } from './judge-notes/notes-fixture.ts';
import { decode } from './judge/decode.ts';
import { emptyPlace, writer } from './judge/judge-fixture.ts';
import { judge } from './judge/judge.ts';

const FRAMES = 100_000;
const MEGABYTE = 2 ** 20;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Numbers from 0 to 2^32 - 1, the same ones every time (xorshift32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function recordsUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const map = doc.getMap('annotations');
  map.set('alice/0123456789', { text: 'Größe 🙂', list: [1, -2, 0.5, 1e300, true, null] });
  map.set('alice/0123456789', { second: 2 ** 40 });
  map.set('alice/9876543210', { deep: [[[{ a: {} }]]] });
  map.delete('alice/9876543210');
  return Y.encodeStateAsUpdate(doc);
}

function notesUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const code = new Y.XmlElement('codeBlock');
  const text = new Y.XmlText('The harvest 🙂 failed.');
  code.setAttribute('language', 'ts');
  code.insert(0, [text]);
  doc.getXmlFragment('notes').insert(0, [code, new Y.XmlElement('paragraph')]);
  text.format(4, 7, { link: { href: 'https://example.org' } });
  text.delete(0, 3);
  doc.getXmlFragment('notes').delete(1, 1);
  return Y.encodeStateAsUpdate(doc);
}

function frame(...parts: (number | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts)
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
  });
}

const presence = encoding.encode((encoder) => {
  for (const number of [1, 1, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, '{"cursor":{"start":1,"end":2}}');
});
const STATE_VECTOR = Uint8Array.of(2, 1, 5, 2, 9);
const SOUND = [
  ...[recordsUpdate(), notesUpdate()].flatMap((update) => [
    frame(0, 1, update),
    frame(0, 2, update),
  ]),
  frame(0, 0, STATE_VECTOR),
  frame(1, presence),
  frame(3),
];
/** What has broken decoders before: ends of varints, the largest ones, and lib0's type bytes. */
const ODD_BYTES = [0, 1, 10, 0x7f, 0x80, 0xff, 0x8f, 116, 117, 118, 119, 125, 126, 127];

/** A sound frame with one to four things changed: a byte, a stretch cut, doubled, or thrown in. */
function mutated(next: () => number): Uint8Array {
  let bytes = [...(SOUND[next() % SOUND.length] ?? [])];
  for (let left = (next() % 4) + 1; left > 0; left -= 1) {
    const at = next() % (bytes.length + 1);
    const length = next() % 8;
    const odd = ODD_BYTES[next() % ODD_BYTES.length] ?? 0;
    const change = next() % 5;
    if (change === 0) bytes[at] = next() % 256;
    else if (change === 1) bytes[at] = odd;
    else if (change === 2) bytes.splice(at, length);
    else if (change === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else
      bytes.splice(at, 0, ...Array.from({ length }, () => (length % 2 === 0 ? odd : next() % 256)));
  }
  return Uint8Array.from(bytes, (byte) => byte ?? 0);
}

/** How far frames came: fuzzing that never gets past the first byte would prove nothing. */
function takeThrough(bytes: Uint8Array, count: (stage: string) => void): void {
  const message = parseMessage(bytes);
  count(message.kind);
  const update = 'update' in message ? message.update : bytes;
  if (decode(update).ok) count('records read');
  if (decodeNotes(update).ok) count('notes read');
  count(`records ${judge(update, writer('alice'), emptyPlace()).kind}`);
  count(`notes ${judgeNotes(update, notesWriter('alice'), emptyNotes()).kind}`);
}

function heapAfter(frames: number, next: () => number, count: (stage: string) => void): number {
  for (let done = 0; done < frames; done += 1) takeThrough(mutated(next), count);
  collectGarbage();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

describe('fuzzing', () => {
  it(`[S6] [J3] ${FRAMES} broken frames: nothing throws, and no memory grows`, () => {
    const stages = new Map<string, number>();
    const count = (stage: string): void => void stages.set(stage, (stages.get(stage) ?? 0) + 1);
    const next = numbers(0x9e3779b9);
    const before = heapAfter(FRAMES / 10, next, count);
    const after = heapAfter((FRAMES / 10) * 9, next, count);
    expect(after - before).toBeLessThan(8 * MEGABYTE);
    for (const stage of [
      'malformed',
      'step1',
      'step2',
      'update',
      'awareness',
      'records read',
      'notes read',
      'records refused',
      'records malformed',
      'notes pass',
      'notes missing',
      'notes refused',
      'notes malformed',
    ])
      expect(stages.get(stage) ?? 0, stage).toBeGreaterThan(FRAMES / 1000);
  });

  it('[S6] [J3] [N2] no bytes at all make a decoder throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        takeThrough(bytes, () => undefined);
      }),
      { numRuns: 5000 },
    );
  });
});
