import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Result } from '#lib/result.ts';
import { type PostilProcess, startPostil } from './postil-process.ts';

/** A Postil whose data are in a temporary folder and go with it. */
export interface ThrowawayPostil extends PostilProcess {
  dataDir: string;
}

/** Of the surroundings' settings those that do no harm to a demonstration. All others are their defaults. */
const KEPT = ['PATH', 'HOME', 'NEXT_DIST_DIR', 'PORT', 'HOST', 'ARTICLES_DIR'] as const;

/**
 * `settings`: what to take for the environment. Without PORT on a free one. The folder is removed when the server has ended, whatever ended
 * it, or when this process exits before. Fails with what the server said when it cannot start.
 */
export async function throwawayPostil(
  settings: Record<string, string | undefined>,
): Promise<Result<ThrowawayPostil>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'postil-demo-'));
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  const kept = Object.fromEntries(KEPT.map((name) => [name, settings[name]]));
  const env = {
    ...kept,
    PORT: settings['PORT'] || '0',
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    START_COMMAND: 'npm run demo',
  } as const;
  const started = await startPostil(env, { ownGroup: true });
  if (!started.ok) {
    remove();
    return started;
  }
  const ended = started.value.ended.finally(remove);
  return ok({
    ...started.value,
    dataDir,
    ended,
    async end(signal) {
      await started.value.end(signal);
      return ended;
    },
  });
}
