import type { ArticleProposal } from '#lib/article/article-proposal.ts';

let held: ArticleProposal | null = null;

/** Keeps what was read on one page for the import page, which is opened next. */
export function handOver(proposal: ArticleProposal): void {
  held = proposal;
}

export function handedOver(): ArticleProposal | null {
  return held;
}

export function forgetHandedOver(): void {
  held = null;
}
