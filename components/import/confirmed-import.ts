import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import type { ConfirmedImport } from '#lib/protocol/http.ts';
import { fail, ok, type Result } from '#lib/result.ts';
import type { AboutProposal } from '#lib/article/article-proposal.ts';
import { confirmedBlock } from './block-kinds.ts';

/** What stands under the title, as typed: empty where nothing is known. */
export interface About {
  title: string;
  byline: string;
  source: string;
  written: string;
  note: string;
}

export function aboutOf({ title, byline, source, written, note }: AboutProposal): About {
  return {
    title,
    byline: byline ?? '',
    source: source ?? '',
    written: written ?? '',
    note: note ?? '',
  };
}

/** What "Add" sends; the error says what is missing. `group`: empty for no reading yet. */
export function confirmedImport(
  blocks: readonly ProposedBlock[],
  about: About,
  sha256: string,
  group: string,
): Result<ConfirmedImport> {
  if (about.title.trim() === '') return fail('Give the article a title.');
  const document = documentFromBlocks(blocks.map(confirmedBlock));
  if (!document.ok) return document;
  return ok({
    title: about.title,
    byline: known(about.byline),
    source: known(about.source),
    written: known(about.written),
    note: known(about.note),
    document: document.value,
    sha256,
    groups: group === '' ? [] : [group],
  });
}

function known(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
