import Link from 'next/link';
import { useState } from 'react';
import { counted } from '#components/ui/counted.ts';
import { askServer } from '#components/ui/ask-server.ts';
import { Notice } from '#components/ui/notice.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { type Result, ok } from '#lib/result.ts';
import { type ArticleRow, articleRow } from './article-row.ts';
import { inHundred } from './lead-words.ts';
import type { Table } from './csv.ts';
import { useAsked } from './use-asked.ts';
import { ViewData } from './view-data.tsx';
import { WideSection } from './wide-section.tsx';
import tableStyles from './figure-table.module.css';
import styles from './other-articles.module.css';

interface Props {
  reading: ReadingView;
  /** As it stands. */
  now: ReadingInsight;
}

/** The group's readings beside one another: what kinds of claim each was found to make. */
export function OtherArticles(props: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <WideSection title="Article against article" onOpen={() => setOpened(true)}>
      {opened && <SideBySide {...props} />}
    </WideSection>
  );
}

function SideBySide({ reading, now }: Props) {
  const others = useAsked(reading.id, () => rowsOfOthers(reading));
  if (others === null) return <p className={tableStyles.about}>Counting …</p>;
  if (!others.ok) return <Notice>{others.error}</Notice>;
  const rows = [articleRow(reading, now), ...others.value];
  return (
    <>
      <div className={styles.articles}>
        {rows.map((row) => (
          <Article key={row.id} row={row} isThis={row.id === reading.id} />
        ))}
      </div>
      {others.value.length === 0 && (
        <p className={tableStyles.about}>The group reads nothing else yet.</p>
      )}
      <p className={tableStyles.about}>
        In brackets: where the share lies in 95 of 100 cases if each mark is taken by itself
        (Wilson’s interval). The marks of one person hang together, so the true range is wider.
      </p>
      <ViewData title="Article against article" file="articles" table={() => tableOf(rows)} />
    </>
  );
}

function Article({ row, isThis }: { row: ArticleRow; isThis: boolean }) {
  const { id, title, marks, perThousand, tags } = row;
  return (
    <section className={styles.article}>
      <h3>
        {isThis ? `${title} (this one)` : <Link href={`/readings/${id}/insight`}>{title}</Link>}
      </h3>
      <TagSplitBar
        counts={Object.fromEntries(tags.map((one) => [one.tag, one.marks]))}
        decorative
      />
      <p>
        {counted(marks, 'mark')} with a tag, {perThousand.toFixed(1)} per 1,000 words
      </p>
      <ul>
        {tags.map((one) => (
          <li key={one.tag}>
            <b>
              {one.name} {one.percent} %
            </b>{' '}
            ({inHundred(one.interval.low)} to {inHundred(one.interval.high)})
            <span className={tableStyles.range}>
              {counted(one.author, 'mark')} on the author’s own words, {one.quoted} on quoted ones
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One after the other, so that the server is not asked for all at once. */
async function rowsOfOthers(
  reading: Pick<ReadingView, 'id' | 'group'>,
): Promise<Result<ArticleRow[]>> {
  const all = await askServer<ReadingView[]>('GET', '/api/readings');
  if (!all.ok) return all;
  const others = all.value.filter(({ id, group }) => group === reading.group && id !== reading.id);
  const rows: ArticleRow[] = [];
  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const insight = await askServer<ReadingInsight>('GET', `/api/readings/${other.id}/insight`);
    if (!insight.ok) return insight;
    rows.push(articleRow(other, insight.value));
  }
  return ok(rows);
}

function tableOf(rows: readonly ArticleRow[]): Table {
  return {
    head: [
      'article',
      'tag',
      'marks',
      'share',
      'low',
      'high',
      'author',
      'quoted',
      'marks per 1000 words',
    ],
    rows: rows.flatMap(({ title, perThousand, tags }) =>
      tags.map((one) => [
        title,
        one.name,
        one.marks,
        rounded(one.share),
        rounded(one.interval.low),
        rounded(one.interval.high),
        one.author,
        one.quoted,
        rounded(perThousand),
      ]),
    ),
  };
}

const rounded = (value: number): number => Number(value.toFixed(3));
