import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import type { ArticleDocument } from '#lib/article/document.ts';
import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';

/**
 * The digest of a catalogue article. Its first line says what it is; its title is the entry's
 * and no part of the text. A broken digest is a mistake in the catalogue and throws.
 */
export function digestDocument(entry: CatalogueEntry): ArticleDocument {
  const document = documentFromBlocks(entry.digest.blocks);
  if (document.ok) return document.value;
  throw new Error(`The digest of ${entry.id} is broken: ${document.error}`);
}
