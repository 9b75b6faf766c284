import type { AboutProposal } from '#lib/article/article-proposal.ts';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';

/** What the catalogue knows of an article, for another copy of it: whose wording is its own. */
export function furtherCopy(entry: CatalogueEntry): AboutProposal {
  const { title, byline, source, written, writtenEvidence, note } = entry;
  return {
    title,
    byline,
    source,
    written: `${written}, ${writtenEvidence}`,
    note: `A further copy, with wording of its own. Of the known copy: ${note}`,
  };
}
