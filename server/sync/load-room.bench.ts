/**
 * What loading a place of 10,000 annotations and its first whole answer cost, from the whole log and from a
 * snapshot: `node --expose-gc server/sync/load-room.bench.ts`. Milliseconds, the best of five.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import * as Y from 'yjs';
import { createSqlitePlaceLog } from '../store/sqlite/place-log.ts';
import { unjudgedState } from '../store/restored-place.ts';
import { annotation } from './judge/judge-fixture.ts';
import { keyOf } from './judge/simulation.ts';
import { JudgedRecords } from './judged-records.ts';
import { readPlace } from './read-place.ts';
import { RecordsPlace } from './records-place.ts';

const RECORDS = 10_000;
const AT_ONCE = 500;
const PLACE = { reading: 'r1', place: 'shared' };
const WORDS = 'Some words about this passage, as long as people write them in a margin';

const folder = mkdtempSync(join(tmpdir(), 'postil-bench-'));
const log = createSqlitePlaceLog(join(folder, 'postil.sqlite'));
await fill();
await report('from the whole log');
await log.compact(PLACE);
await report('from a snapshot');
await log.close();
rmSync(folder, { recursive: true });

async function fill(): Promise<void> {
  const doc = new Y.Doc();
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  for (let at = 0; at < RECORDS; at += 1) {
    const key = keyOf('alice', at);
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: WORDS }] }];
    doc.getMap('annotations').set(key, { ...annotation(key), comment: { type: 'doc', content } });
    if (updates.length < AT_ONCE) continue;
    const entries = updates.map((update) => ({ user: 'alice', update }));
    await log.append([{ ...PLACE, head: at + 1 - updates.length, epoch: 0, entries }]);
    updates = [];
  }
}

async function report(what: string): Promise<void> {
  const rounds: number[][] = [];
  for (let round = 0; round < 5; round += 1) rounds.push(await load());
  const best = rounds[0]?.map((_, at) => Math.min(...rounds.map((times) => times[at] ?? NaN)));
  const [read, whole, overlaid] = best ?? [];
  process.stdout.write(
    `${what.padEnd(20)} load ${read?.toFixed(0)} ms, whole answer ${whole?.toFixed(1)} ms, difference ${overlaid?.toFixed(1)} ms\n`,
  );
}

async function load(): Promise<number[]> {
  const start = performance.now();
  const source = {
    id: PLACE,
    log,
    logger: pino({ level: 'silent' }),
    fresh: async () => new JudgedRecords(unjudgedState()),
  };
  const { judged, times } = await readPlace(source, Infinity, () => {});
  const read = performance.now();
  const place = new RecordsPlace('shared', () => judged.view(), times);
  place.answer(new Map());
  const answered = performance.now();
  const [client = 0] = judged.view().clients.keys();
  place.answer(new Map([[client, RECORDS - 10]]));
  return [read - start, answered - read, performance.now() - answered];
}
