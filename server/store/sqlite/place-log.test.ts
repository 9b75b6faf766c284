import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlaceLog } from '../log.ts';
import { type OpenLog, placeLogContract } from '../place-log.contract.ts';
import { snapshotsContract } from '../snapshots.contract.ts';
import { createSqlitePlaceLog } from './place-log.ts';

async function openLog(): Promise<OpenLog> {
  const folder = mkdtempSync(join(tmpdir(), 'postil-log-'));
  const file = join(folder, 'postil.sqlite');
  const handles: PlaceLog[] = [];
  const open = (): PlaceLog => {
    const log = createSqlitePlaceLog(file);
    handles.push(log);
    return log;
  };
  return {
    log: open(),
    again: open,
    async dispose() {
      await Promise.all(handles.map((handle) => handle.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

placeLogContract('sqlite', openLog);
snapshotsContract('sqlite', openLog);

describe('sqlite place log', () => {
  it('[D4] runs with a write-ahead log and an fsync at each commit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postil-log-'));
    const log = createSqlitePlaceLog(join(folder, 'postil.sqlite'));
    expect(await log.settings()).toEqual({ journalMode: 'wal', synchronous: 2 });
    await log.close();
    rmSync(folder, { recursive: true });
  });

  it('[D4] a file that cannot be opened rejects every call', async () => {
    const log = createSqlitePlaceLog('/nowhere/at/all/postil.sqlite');
    await expect(log.read({ reading: 'r', place: 'shared' }, 0)).rejects.toThrow('unable to open');
    await expect(log.clientIds('r')).rejects.toThrow('unable to open');
    await log.close();
  });
});
