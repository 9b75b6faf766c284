import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueEntrySchema, type CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { likeness, sketch } from '#lib/article/likeness.ts';

/** From here on another copy "looks like" an article of the catalogue. */
const ALIKE = 0.5;

/** The catalogue in `directory` (`public/articles`), by file name. It is part of the program, so a broken entry throws. */
export async function readCatalogue(directory: string): Promise<CatalogueEntry[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(names.map((name) => readEntry(join(directory, name))));
}

/** The entry of exactly this file or text; `sha256` in lower-case hexadecimal digits. */
export function findExact(
  entries: readonly CatalogueEntry[],
  sha256: string,
): CatalogueEntry | null {
  return entries.find((entry) => entry.sha256 === sha256) ?? null;
}

/**
 * The entry most like a text of so many words, when it is at least half alike (0.5 to 1). One
 * with over twice the words shares under half of them, so no long text is sketched in vain.
 */
export function findLike(
  entries: readonly CatalogueEntry[],
  { text, words }: { text: string; words: number },
): { entry: CatalogueEntry; likeness: number } | null {
  const near = entries.filter(
    (entry) => words <= entry.words / ALIKE && words >= entry.words * ALIKE,
  );
  const own = near.length === 0 ? [] : sketch(text);
  const [best] = near
    .map((entry) => ({ entry, likeness: likeness(entry.sketch, own) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return best && best.likeness >= ALIKE ? best : null;
}

async function readEntry(path: string): Promise<CatalogueEntry> {
  const parsed = catalogueEntrySchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is no catalogue entry: ${parsed.error.message}`);
}
