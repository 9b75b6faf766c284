import { askServer } from '#components/ui/ask-server.ts';
import type { Result } from '#lib/result.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';

/** What a person brings to be imported. */
export type Submission =
  | { kind: 'file'; file: File }
  | { kind: 'text'; text: string }
  | { kind: 'html'; html: string };

const PATH = '/api/articles/proposal';

/** Asks how it would be imported. Nothing is stored by that. */
export function askProposal(submission: Submission): Promise<Result<ArticleProposal>> {
  if (submission.kind === 'text') return askServer('POST', PATH, { text: submission.text });
  if (submission.kind === 'html') return askServer('POST', PATH, { html: submission.html });
  const form = new FormData();
  form.set('file', submission.file);
  return askServer('POST', PATH, form);
}
