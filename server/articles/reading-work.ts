import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';
import { type ConfirmedImport, type Problem, confirmedImportSchema } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { parseJson } from '../http/parse-json.ts';
import { problem } from '../problem.ts';
import { type BroughtArticle, prepareBrought } from './prepared-article.ts';
import { type Setting, type Submission, proposeArticle } from './propose.ts';

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
  propose(submission: Submission, setting: Setting): Result<ArticleProposal, Problem> {
    const proposal = proposeArticle(submission, setting);
    return proposal.ok ? proposal : fail(problem(422, proposal.error));
  },
  /** The proposal accepted as it is. */
  accept(submission: Submission, setting: Setting): Result<ReadImport, Problem> {
    const proposal = READING_WORK.propose(submission, setting);
    if (!proposal.ok) return proposal;
    const { blocks, title, byline, source, written, note, sha256 } = proposal.value;
    const document = documentFromBlocks(blocks);
    if (!document.ok) return fail(problem(422, document.error));
    const article = prepareBrought(document.value, setting.entries);
    return ok({ about: { title, byline, source, written, note, sha256 }, article });
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
