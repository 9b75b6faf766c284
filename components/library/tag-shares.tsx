import { tagNumbers } from '#components/insights/tag-numbers.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { inCodebookOrder } from '#components/ui/tag-order.ts';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import type { Insight } from '#lib/insight/insight.ts';
import styles from './tag-shares.module.css';

/** The bar and the three shares in per cent. `own`: they are of the reader's own marks alone. */
export function TagShares({ insight, own }: { insight: Insight; own: boolean }) {
  const numbers = tagNumbers(insight);
  const share = new Map(insight.tags.map((figure) => [figure.tag, figure.share]));
  const tagged = insight.tags.length > 0;
  return (
    <>
      <TagSplitBar counts={numbers} decorative />
      <p className={styles.legend}>
        {tagged
          ? inCodebookOrder(numbers).map(({ tag }) => (
              <span key={tag.id}>
                <TagIcon tag={tag} /> {tag.name} {Math.round((share.get(tag.id) ?? 0) * 100)} %
              </span>
            ))
          : 'No tags yet.'}
        {tagged && own && <span>of your own marks</span>}
      </p>
    </>
  );
}
