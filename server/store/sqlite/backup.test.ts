import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openStore } from '../store.ts';
import { backUp, restore } from './backup.ts';
import { openSqlite } from './open-sqlite.ts';
import { type SqlitePlaceLog, createSqlitePlaceLog } from './place-log.ts';

const SHARED = { reading: 'r1', place: 'shared' };
const NOW = new Date('2026-03-01T12:00:00.000Z');
const SECRET = 'words that must be gone';

let folder: string;
let file: string;
let log: SqlitePlaceLog;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postil-backup-'));
  file = join(folder, 'postil.sqlite');
  await (await openStore(openSqlite(file))).close();
  log = createSqlitePlaceLog(file);
});
afterEach(async () => {
  await log.close();
  rmSync(folder, { recursive: true });
});

async function append(head: number, text = ''): Promise<void> {
  const doc = new Y.Doc();
  doc.getMap('annotations').set(`ann/a${String(head).padStart(9, '0')}`, { text });
  const entries = [{ user: 'ann', update: Y.encodeStateAsUpdate(doc) }];
  const [outcome] = await log.append([{ ...SHARED, head, epoch: 0, entries }]);
  expect(outcome?.kind).toBe('appended');
}

async function headOf(database: string): Promise<number> {
  const other = createSqlitePlaceLog(database);
  const { head, entries } = await other.read(SHARED, 0);
  await other.close();
  expect(entries).toHaveLength(head);
  return head;
}

describe('backup and restore', () => {
  it('[B1] while somebody writes, holds all that was acknowledged before it began', async () => {
    let head = 0;
    const over = new AbortController();
    const writer = (async () => {
      for (; !over.signal.aborted; head += 1) await append(head);
    })();
    for (let round = 0; round < 5; round += 1) {
      await turnsUntil(() => head >= (round + 1) * 20);
      const acknowledged = head;
      const target = join(folder, `backup-${round}`);
      expect(await backUp(file, target)).toEqual({ ok: true, value: null });
      expect(await headOf(target)).toBeGreaterThanOrEqual(acknowledged);
    }
    over.abort();
    await writer;
  });

  it('[B1] never overwrites, and says in one line what is wrong', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'mine');
    for (const target of [taken, join(folder, 'no', 'such', 'folder')]) {
      const result = await backUp(file, target);
      expect(result).toMatchObject({ ok: false, error: expect.stringMatching(/^[^\n]+$/) });
    }
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(await backUp(join(folder, 'none'), join(folder, 'new'))).toMatchObject({ ok: false });
  });

  it('[B2] brings the backup back and keeps what was there', async () => {
    await append(0);
    const backup = join(folder, 'backup');
    await backUp(file, backup);
    await append(1);
    await log.close();
    const kept = restore(backup, file, NOW);
    if (!kept.ok || kept.value === null) throw new Error('not restored');
    expect(await headOf(file)).toBe(1);
    expect(await headOf(kept.value)).toBe(2);
    expect(existsSync(backup)).toBe(true);
  });

  it('[B2] takes only a whole database of Postil’s', async () => {
    await append(0);
    const garbage = join(folder, 'garbage');
    writeFileSync(garbage, 'no database at all');
    for (const bad of [garbage, join(folder, 'none'), folder])
      expect(restore(bad, file, NOW)).toMatchObject({
        ok: false,
        error: expect.stringMatching(/^[^\n]+$/),
      });
    expect(await headOf(file)).toBe(1);
  });
});

describe('erasing', () => {
  it('[H2] leaves no byte of the text in any file of the database', async () => {
    for (let head = 0; head < 30; head += 1) await append(head, `${SECRET} ${'x'.repeat(500)}`);
    await log.compact(SHARED);
    expect(bytesIn(folder)).toContain(SECRET);
    expect(await log.erase({ person: 'ann' })).toBe(30);
    expect(bytesIn(folder)).not.toContain(SECRET);
    expect(await headOf(file)).toBe(30);
  });
});

describe('commits', () => {
  it('[D3] [D4] many places share one commit', async () => {
    const append = (reading: string) => ({
      reading,
      place: 'shared',
      head: 0,
      epoch: 0,
      entries: [{ user: 'ann', update: Y.encodeStateAsUpdate(new Y.Doc()) }],
    });
    await log.append(Array.from({ length: 50 }, (_, at) => append(`r${at}`)));
    expect(await log.commits()).toBe(1);
  });
});

async function turnsUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

function bytesIn(directory: string): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'latin1'))
    .join('');
}
