import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, fail, ok } from '#lib/result.ts';
import { sourcesHash } from './sources-hash.ts';

/**
 * Builds the pages when there is no build of exactly these sources. Next's own output shows how far it is.
 * Fails with one line when the build does.
 */
export async function ensureBuilt(projectDir: string): Promise<Result<null>> {
  const distDir = join(projectDir, process.env['NEXT_DIST_DIR'] ?? '.next');
  const record = join(distDir, 'postil-sources');
  const hash = sourcesHash(projectDir);
  if (isBuiltFrom(distDir, record, hash)) return ok(null);
  console.log('Building the pages; this happens once after every change and takes a minute.');
  rmSync(record, { force: true });
  const code = await nextBuild(projectDir);
  if (code !== 0) return fail('The pages could not be built; the lines above say why.');
  writeFileSync(record, hash);
  return ok(null);
}

function isBuiltFrom(distDir: string, record: string, hash: string): boolean {
  if (!existsSync(join(distDir, 'BUILD_ID')) || !existsSync(record)) return false;
  return readFileSync(record, 'utf8') === hash;
}

function nextBuild(projectDir: string): Promise<number | null> {
  const next = join(projectDir, 'node_modules', 'next', 'dist', 'bin', 'next');
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const stop = (): unknown => build.kill();
  process.once('exit', stop);
  return new Promise((resolve) => {
    build.once('error', () => resolve(1));
    build.once('close', (code) => {
      process.off('exit', stop);
      resolve(code);
    });
  });
}
