import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { findExact } from './catalogue.ts';
import { sha256 } from './sha256.ts';

/** Larger files are not looked into: no article of the catalogue comes near. */
const LARGEST = 1_048_576;

export interface FullText {
  entry: CatalogueEntry;
  text: string;
  path: string;
}

/**
 * The full texts among the files of these directories, each article once, first directory
 * first. A directory that does not exist has none; one that cannot be read, or a file in
 * it, is told of in `problems`.
 */
export async function findFullTexts(
  directories: readonly string[],
  entries: readonly CatalogueEntry[],
): Promise<{ texts: FullText[]; problems: string[] }> {
  const texts = new Map<string, FullText>();
  const problems: string[] = [];
  for (const path of (await Promise.all(directories.map((dir) => filesIn(dir, problems)))).flat()) {
    const found = await fullText(path, entries, problems);
    if (found && !texts.has(found.entry.id)) texts.set(found.entry.id, found);
  }
  return { texts: [...texts.values()], problems };
}

async function filesIn(directory: string, problems: string[]): Promise<string[]> {
  const names = await tried(() => readdir(directory), directory, problems);
  return (names ?? []).toSorted().map((name) => join(directory, name));
}

async function fullText(
  path: string,
  entries: readonly CatalogueEntry[],
  problems: string[],
): Promise<FullText | null> {
  const about = await tried(() => stat(path), path, problems);
  if (!about?.isFile() || about.size > LARGEST) return null;
  const bytes = await tried(() => readFile(path), path, problems);
  const entry = bytes && findExact(entries, sha256(bytes));
  return bytes && entry ? { entry, text: bytes.toString('utf8'), path } : null;
}

async function tried<T>(
  read: () => Promise<T>,
  path: string,
  problems: string[],
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT')
      problems.push(
        `${path} cannot be read (${String(code ?? error)}); full texts in it are not used.`,
      );
    return null;
  }
}
