import { dirname } from 'node:path';
import { ensureBuilt } from '#server/build.ts';

/** Servers that tests start find the pages built. */
export default async function buildOnce(): Promise<void> {
  const built = await ensureBuilt(dirname(import.meta.dirname));
  if (!built.ok) throw new Error(built.error);
}
