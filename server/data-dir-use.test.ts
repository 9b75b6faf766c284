import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useDataDir, useDataDirAlone } from './data-dir-use.ts';

const folder = mkdtempSync(join(tmpdir(), 'postil-use-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('[B2] nobody has a DATA_DIR alone while a server runs on it, and no server starts meanwhile', () => {
  const first = useDataDir(folder);
  const second = useDataDir(folder);
  if (!first.ok || !second.ok) throw new Error('several servers may use one directory');
  expect(useDataDirAlone(folder)).toMatchObject({ ok: false });
  first.value.end();
  expect(useDataDirAlone(folder)).toMatchObject({ ok: false });
  second.value.end();
  const alone = useDataDirAlone(folder);
  if (!alone.ok) throw new Error(alone.error);
  expect(useDataDir(folder)).toMatchObject({ ok: false });
  alone.value.end();
  expect(useDataDir(folder).ok).toBe(true);
});
