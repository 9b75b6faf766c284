import type { Annotation } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { counts } from '#lib/insight/insight-of.ts';
import { counted } from '#components/ui/counted.ts';
import type { Passage } from './room.ts';

/** What others added: each with where in the text it is about. */
export interface News {
  kind: 'mark' | 'comment' | 'reply';
  at: number;
}

/** What others have added since `before`; of that, what `shown` lets through. What came and went meanwhile is no news. */
export function newsSince(
  before: Records,
  { all, shown }: Record<'all' | 'shown', Records>,
  me: string,
): News[] {
  const isNew = (
    { id, author }: { id: string; author: string },
    known: ReadonlyMap<string, unknown>,
  ): boolean => author !== me && !known.has(id);
  const news: News[] = [];
  if (all.annotations !== before.annotations)
    for (const mark of shown.annotations.values())
      if (isNew(mark, before.annotations) && counts(mark)) news.push(newsOf(mark));
  if (all.replies !== before.replies)
    for (const reply of shown.replies.values()) {
      const on = shown.annotations.get(reply.annotation);
      if (isNew(reply, before.replies) && on !== undefined)
        news.push({ kind: 'reply', at: on.target.start });
    }
  return news;
}

/** `4 new marks, 1 new comment in view. 3 more elsewhere.`; empty when there is nothing to say. */
export function wordsOfNews(news: readonly News[], inView: Passage | null): string {
  const isSeen = ({ at }: News): boolean =>
    inView !== null && at >= inView.start && at < inView.end;
  const seen = news.filter(isSeen);
  const others = news.filter((one) => !isSeen(one));
  const here = seen.length === 0 ? '' : `${listed(seen)} in view.`;
  const elsewhere = others.length === 0 ? '' : `${listed(others)} elsewhere.`;
  return [here, elsewhere].filter((part) => part !== '').join(' ');
}

function newsOf({ comment, target }: Annotation): News {
  return { kind: comment === null ? 'mark' : 'comment', at: target.start };
}

function listed(news: readonly News[]): string {
  return (['mark', 'comment', 'reply'] as const)
    .map((kind) => ({ kind, count: news.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) =>
      kind === 'reply' ? counted(count, 'new reply', 'new replies') : counted(count, `new ${kind}`),
    )
    .join(', ');
}
