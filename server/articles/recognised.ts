import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import type { ArticleDocument } from '#lib/article/document.ts';
import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';
import { proposeBlocks } from '#lib/article/proposal.ts';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';

/** The blocks of exactly the text that `entry` is about, with the kinds and sources of the catalogue. Throws for any other text. */
export function recognisedBlocks(entry: CatalogueEntry, text: string): ProposedBlock[] {
  const parted = proposeBlocks(text);
  if (parted.length !== entry.kinds.length) {
    throw new Error(
      `${entry.id}: ${parted.length} blocks, but the catalogue has ${entry.kinds.length} kinds`,
    );
  }
  return entry.kinds.map((kind, index) => ({ ...kind, text: parted[index]?.text ?? '' }));
}

/** The same as a document. */
export function recognisedDocument(entry: CatalogueEntry, text: string): ArticleDocument {
  const document = documentFromBlocks(recognisedBlocks(entry, text));
  if (document.ok) return document.value;
  throw new Error(`The kinds of ${entry.id} are broken: ${document.error}`);
}
