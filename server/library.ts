import { join } from 'node:path';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { readCatalogue } from './articles/catalogue.ts';
import { findFullTexts, type FullText } from './articles/full-texts.ts';

/** The articles that Postil opens with: what it knows of them, and the full texts found on this machine. */
export interface Library {
  entries: CatalogueEntry[];
  texts: FullText[];
  /** Lines about directories and files that could not be read. */
  problems: string[];
}

export async function readLibrary(
  projectDir: string,
  articlesDir: string | null,
): Promise<Library> {
  const entries = await readCatalogue(join(projectDir, 'public', 'articles'));
  const directories =
    articlesDir === null
      ? [join(projectDir, 'articles'), join(projectDir, '..', 'shared', 'articles')]
      : [articlesDir];
  return { entries, ...(await findFullTexts(directories, entries)) };
}
