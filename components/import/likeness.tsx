import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type CatalogueEntry, catalogueEntrySchema } from '#lib/article/catalogue-entry.ts';
import type { About } from './confirmed-import.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';

interface Props {
  proposal: ArticleProposal;
  /** Takes over what the catalogue knows. */
  onUse: (known: Pick<About, 'title' | 'byline' | 'source' | 'written'>) => void;
}

/** Says when the text is one that Postil knows, or much like one. */
export function Likeness({ proposal, onUse }: Props) {
  const { recognised, looksLike, title } = proposal;
  const entry = useCatalogueEntry(looksLike?.entry);
  if (recognised !== undefined)
    return (
      <Notice kind="done">
        This is the text of “{title}”, known by its SHA-256. The kinds below are the catalogue’s.
      </Notice>
    );
  if (looksLike === undefined || entry === null) return null;
  return (
    <Notice>
      <p>
        This looks like “{entry.title}” ({Math.round(looksLike.likeness * 100)} % alike). It is
        added as a further copy, with its own wording.
      </p>
      <Button
        onClick={() =>
          onUse({
            title: entry.title,
            byline: entry.byline ?? '',
            source: entry.source,
            written: `${entry.written}, ${entry.writtenEvidence}`,
          })
        }
      >
        Fill in what we know of it
      </Button>
    </Notice>
  );
}

/** The catalogue is part of Postil's public files. */
function useCatalogueEntry(id: string | undefined): CatalogueEntry | null {
  const [entry, setEntry] = useState<CatalogueEntry | null>(null);
  useEffect(() => {
    if (id === undefined) return undefined;
    const stop = new AbortController();
    fetch(`/articles/${encodeURIComponent(id)}.json`, { signal: stop.signal })
      .then(async (response) => setEntry(catalogueEntrySchema.parse(await response.json())))
      .catch(() => setEntry(null));
    return () => stop.abort();
  }, [id]);
  return entry;
}
