import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where what the build is made of lives. Not `public/`, which is served as it is, and not `tsconfig.json`: Next
 * itself may write into it while it builds.
 */
const FOLDERS = ['app', 'components', 'lib', 'server'];
const FILES = ['next.config.ts', 'package-lock.json', 'package.json'];

/** A hash over names and contents of all sources: unlike file times it survives a clone. */
export function sourcesHash(projectDir: string): string {
  const hash = createHash('sha256');
  const names = [...FILES, ...FOLDERS.flatMap((folder) => filesUnder(projectDir, folder))];
  for (const name of names) {
    const path = join(projectDir, name);
    if (!existsSync(path)) continue;
    hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex');
}

function filesUnder(projectDir: string, folder: string): string[] {
  if (!existsSync(join(projectDir, folder))) return [];
  return readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectDir.length + 1))
    .toSorted();
}
