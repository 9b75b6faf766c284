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

const rows = Object.entries(LIMITS).map(([page, limit]) => {
  const size = kilobytesOf(page);
  return { page, size, limit, over: size > limit };
});
for (const { page, size, limit, over } of rows)
  console.log(`First load of ${page}: ${size} KB, at most ${limit}${over ? ': TOO MUCH' : ''}`);
if (rows.some(({ over }) => over)) process.exitCode = 1;

function kilobytesOf(route: string): number {
  const distDir = join(projectDir, '.next');
  const sizes = [...firstLoadFiles(distDir, route)].map(
    (file) => gzipSync(readFileSync(join(distDir, file))).length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Math.ceil((total / KB) * 10) / 10;
}
