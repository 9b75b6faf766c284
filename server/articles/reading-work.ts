import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';
import { type ConfirmedImport, type Problem, confirmedImportSchema } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { parseJson } from '../http/parse-json.ts';
import { problem } from '../problem.ts';
import { type BroughtArticle, prepareBrought } from './prepared-article.ts';
import { type SentImport, understood } from './sent-import.ts';
import { type Setting, proposeArticle } from './propose.ts';

/** What was said about an article, and the article itself, ready to be stored. */
export interface ReadImport {
  about: Omit<ConfirmedImport, 'document'>;
  article: BroughtArticle;
}

const NOTHING_TO_READ = problem(
  422,
  'Every block is set aside as page furniture. Keep at least one as heading, paragraph or quotation.',
);

/** All that takes long when it meets a large or hostile text; values in and out are plain, to cross a thread's border. */
export const READING_WORK = {
  propose(sent: SentImport, setting: Setting): Result<ArticleProposal, Problem> {
    const input = understood(sent);
    if (!input.ok) return input;
    const proposal = proposeArticle(input.value.submission, setting);
    return proposal.ok ? proposal : fail(problem(422, proposal.error));
  },
  /** The proposal accepted as it is, but for what was said about the article. */
  accept(sent: SentImport, setting: Setting): Result<ReadImport, Problem> {
    const input = understood(sent);
    if (!input.ok) return input;
    const proposal = proposeArticle(input.value.submission, setting);
    if (!proposal.ok) return fail(problem(422, proposal.error));
    const { blocks, title, byline, source, written, note, sha256 } = proposal.value;
    const document = documentFromBlocks(blocks);
    if (!document.ok) return fail(problem(422, document.error));
    const article = prepareBrought(document.value, setting.entries);
    const proposed = { title, byline, source, written, note, sha256 };
    return ok({ about: { ...proposed, ...input.value.about }, article });
  },
  /** A `ConfirmedImport` as the JSON that was sent: to parse millions of nodes takes long, too. */
  confirm(json: string, setting: Setting): Result<ReadImport, Problem> {
    const input = parseJson(json, confirmedImportSchema);
    if (!input.ok) return input;
    const { document, ...about } = input.value;
    if (document.content.every(({ type }) => type === 'furniture')) return fail(NOTHING_TO_READ);
    return ok({ about, article: prepareBrought(document, setting.entries) });
  },
};

type ReadingWork = typeof READING_WORK;
export type WorkName = keyof ReadingWork;
export type WorkInput<W extends WorkName> = Parameters<ReadingWork[W]>[0];
export type WorkResult<W extends WorkName> = ReturnType<ReadingWork[W]>;

/** One piece of work, as the thread gets it. */
export type WorkOrder = {
  [W in WorkName]: { work: W; input: WorkInput<W>; setting: Setting };
}[WorkName];
