import { wilsonInterval, type Interval } from '#lib/insight/wilson.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import { wholePercents } from '#lib/insight/whole-percents.ts';
import { givenTags } from './given-tags.ts';

/** A tag in one article: its share of all tagged marks with the interval, and by whose words it is about. */
interface TagShare {
  tag: string;
  name: string;
  marks: number;
  share: number;
  /** Of all tagged marks, whole; they add up to 100. */
  percent: number;
  interval: Interval;
  author: number;
  quoted: number;
}

export interface ArticleRow {
  id: string;
  title: string;
  marks: number;
  perThousand: number;
  tags: TagShare[];
}

interface Of {
  id: string;
  article: { title: string; words: number };
}

/** What one reading puts beside the others. */
export function articleRow(
  { id, article: { title, words } }: Of,
  { tags, voices }: Pick<ReadingInsight, 'tags' | 'voices'>,
): ArticleRow {
  const counts = Object.fromEntries(tags.map(({ tag, annotations }) => [tag, annotations]));
  const given = givenTags(counts);
  const percents = wholePercents(given.map(({ count }) => count));
  const marks = given.reduce((sum, { count }) => sum + count, 0);
  return {
    id,
    title,
    marks,
    perThousand: words === 0 ? 0 : (marks * 1000) / words,
    tags: given.map(({ tag, count }, at) => ({
      tag: tag.id,
      name: tag.name,
      marks: count,
      share: count / marks,
      percent: percents[at] ?? 0,
      interval: wilsonInterval(count, marks) ?? { low: 0, high: 1 },
      author: voices.author[tag.id] ?? 0,
      quoted: voices.quoted[tag.id] ?? 0,
    })),
  };
}
