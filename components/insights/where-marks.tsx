import { memo } from 'react';
import { counted } from '#components/ui/counted.ts';
import { TagCounts } from '#components/ui/tag-counts.tsx';
import { inCodebookOrder } from '#components/ui/tag-order.ts';
import type { Passage } from '#lib/insight/insight.ts';
import type { PassageSource } from './passage-list.tsx';
import { PassageQuote } from './passage-quote.tsx';
import { placeInWords } from './passage-words.ts';
import { passageTable } from './passage-data.ts';
import { stripPicture } from './picture.ts';
import { SideSection } from './side-section.tsx';
import { type Stretch, stretchesOf } from './stretches.ts';
import { ViewData } from './view-data.tsx';
import styles from './where-marks.module.css';

const BARS = 48;
const TITLE = 'Where the marks are';

/** The text from beginning to end: how many members marked the busiest passage of each stretch, and as what. */
export const WhereMarks = memo(function WhereMarks({
  passages,
  article,
}: {
  passages: readonly Passage[];
  article: PassageSource;
}) {
  const stretches = stretchesOf(article.blocks, passages, BARS);
  const highest = Math.max(1, ...stretches.map(({ busiest }) => busiest?.members ?? 0));
  return (
    <SideSection title={TITLE}>
      <div className={styles.strip} aria-hidden="true">
        {stretches.map((stretch) => (
          <Bar key={stretch.start} stretch={stretch} highest={highest} />
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>beginning</span> <span>end</span>
      </p>
      <details className={styles.details}>
        <summary>The same in words</summary>
        <ol className={styles.words}>
          {stretches.flatMap(({ busiest }) =>
            busiest === null
              ? []
              : [
                  <li key={busiest.start}>
                    <PassageQuote passage={busiest} article={article} />
                    <span className={styles.count}>
                      {counted(busiest.members, 'person', 'people')} marked this,{' '}
                      {placeInWords(busiest.start, article.blocks)}{' '}
                      <TagCounts counts={busiest.tags} onlyGiven />
                    </span>
                  </li>,
                ],
          )}
        </ol>
      </details>
      <ViewData
        title={TITLE}
        file="where-the-marks-are"
        table={(most) => passageTable(passages, article, most)}
        picture={() => stripPicture(TITLE, stretches)}
      />
    </SideSection>
  );
});

function Bar({ stretch: { busiest }, highest }: { stretch: Stretch; highest: number }) {
  if (busiest === null) return <span className={styles.bar} />;
  return (
    <span className={styles.bar} style={{ height: `${(busiest.members / highest) * 100}%` }}>
      {inCodebookOrder(busiest.tags)
        .filter(({ count }) => count > 0)
        .map(({ tag, count }) => (
          <span key={tag.id} data-tag={tag.id} style={{ flexGrow: count }} />
        ))}
    </span>
  );
}
