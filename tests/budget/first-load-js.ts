import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '#server/build.ts';
import { orExit } from '#server/or-exit.ts';
import { firstLoadFiles } from './first-load-files.ts';

const KB = 1024;

/** What a page may load before it can be used: KB of JavaScript, compressed as it is sent. */
const LIMITS = { '/': 145, '/readings/[id]': 190 };

const projectDir = resolve(import.meta.dirname, '..', '..');
orExit(await ensureBuilt(projectDir));

const rows = Object.entries(LIMITS).map(([route, limit]) => {
  const kilobytes = kilobytesOf(route);
  const over = kilobytes > limit;
  return { page: route, 'first load, KB': kilobytes, limit, '': over ? 'TOO MUCH' : '' };
});
console.table(rows);
if (rows.some((row) => row['first load, KB'] > row.limit)) process.exitCode = 1;

function kilobytesOf(route: string): number {
  const distDir = join(projectDir, '.next');
  const sizes = [...firstLoadFiles(distDir, route)].map(
    (file) => gzipSync(readFileSync(join(distDir, file))).length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Math.ceil((total / KB) * 10) / 10;
}
