import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { openStore } from '../store.ts';
import { backUp, restore } from './backup.ts';
import { openSqlite } from './open-sqlite.ts';
import { createSqlitePlaceLog } from './place-log.ts';

const SHARED = { reading: 'r1', place: 'shared' };
it('[B2] restoring what a restore set aside brings back what was in its write-ahead log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postil-break-'));
  const live = join(folder, 'live.sqlite');
  await (await openStore(openSqlite(live))).close();
  await createSqlitePlaceLog(live).close();
  const backup = join(folder, 'backup');
  expect(await backUp(live, backup)).toEqual({ ok: true, value: null });
  const log = createSqlitePlaceLog(live);
  const update = Y.encodeStateAsUpdate(new Y.Doc());
  for (let head = 0; head < 3; head += 1)
    await log.append([{ ...SHARED, head, epoch: 0, entries: [{ user: 'ann', update }] }]);
  // killed: the files as they are on the disk
  const file = join(folder, 'postil.sqlite');
  for (const part of ['', '-wal']) copyFileSync(live + part, file + part);
  await log.close();
  const kept = restore(backup, file, new Date('2026-03-01T12:00:00.000Z'));
  if (!kept.ok || kept.value === null) throw new Error(JSON.stringify(kept));
  expect(restore(kept.value, file, new Date('2026-03-01T13:00:00.000Z')).ok).toBe(true);
  const again = createSqlitePlaceLog(file);
  const { head } = await again.read(SHARED, 0);
  await again.close();
  expect(head).toBe(3);
});
