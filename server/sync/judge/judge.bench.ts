/**
 * What judging costs: `node --expose-gc server/sync/judge/judge.bench.ts`. Microseconds for each
 * update, judged and folded, in a place of 10,000 records; the best of ten rounds.
 */
import * as Y from 'yjs';
import { annotation, anyRecord, emptyPlace, writer } from './judge-fixture.ts';
import { judge } from './judge.ts';
import type { PlaceState } from './place-state.ts';
import { keyOf } from './simulation.ts';

const RECORDS = 10_000;
const ALICE = writer('alice');
const WORDS = 'Some words about this passage, as long as people write them in a margin';

function updatesOf(doc: Y.Doc, tag: string): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', keep);
  for (let at = 0; at < RECORDS; at += 1) {
    const key = keyOf('alice', (at * 7919) % RECORDS);
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: WORDS }] }];
    doc
      .getMap('annotations')
      .set(key, { ...annotation(key, tag), comment: { type: 'doc', content } });
  }
  doc.off('update', keep);
  return updates;
}

function microseconds(updates: readonly Uint8Array[], place: PlaceState): number {
  const start = performance.now();
  for (const update of updates) {
    const verdict = judge(update, ALICE, place);
    if (verdict.kind === 'pass') verdict.fold();
    else if (verdict.kind !== 'nothing') throw new Error(verdict.kind);
  }
  return ((performance.now() - start) * 1000) / updates.length;
}

function megabytes(): number {
  // Buffers are given back a round after the objects that held them.
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function report(what: string, figure: number, unit: string): void {
  process.stdout.write(`${what.padEnd(44)}${figure.toFixed(1).padStart(8)} ${unit}\n`);
}

function filledPlace(): PlaceState {
  const place = emptyPlace();
  microseconds(inserts, place);
  return place;
}

const doc = new Y.Doc();
const inserts = updatesOf(doc, 'fact');
const overwrites = updatesOf(doc, 'opinion');
const whole = Y.encodeStateAsUpdate(doc);
const noNews = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
report('bytes of an insert', inserts[0]?.length ?? 0, 'B');

const kept = filledPlace();
const before = megabytes();
const others = [filledPlace(), filledPlace()];
report('memory of an index, values included', (megabytes() - before) / others.length, 'MB');

for (const [name, check] of [
  ['any value', anyRecord],
  ['schema checked', kept.check],
] as const) {
  const rounds = Array.from({ length: 10 }, () => {
    const place = emptyPlace({ check });
    return [microseconds(inserts, place), microseconds(overwrites, place)] as const;
  });
  report(`insert, ${name}`, Math.min(...rounds.map(([insert]) => insert)), 'µs');
  report(`overwrite, ${name}`, Math.min(...rounds.map(([, overwrite]) => overwrite)), 'µs');
}
microseconds(overwrites, kept);
const again = (update: Uint8Array): number =>
  Math.min(...Array.from({ length: 10 }, () => microseconds([update], kept)));
report('step 2 without news', again(noNews), 'µs');
report(`the whole state again, ${(whole.length / 1e6).toFixed(1)} MB`, again(whole) / 1000, 'ms');
