import { tagNumbers } from '#components/insights/tag-numbers.ts';
import { tagPercents } from '#components/insights/tag-percents.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import type { Insight } from '#lib/insight/insight.ts';
import styles from './tag-shares.module.css';

/** The bar and the three shares in per cent. `own`: they are of the reader's own marks alone. */
export function TagShares({ insight, own }: { insight: Insight; own: boolean }) {
  const tagged = insight.tags.length > 0;
  return (
    <>
      <TagSplitBar counts={tagNumbers(insight)} decorative />
      <p className={styles.legend}>
        {tagged
          ? tagPercents(insight).map(({ tag, percent }) => (
              <span key={tag.id}>
                <TagIcon tag={tag} /> {tag.name} {percent} %
              </span>
            ))
          : 'No tags yet.'}
        {tagged && own && <span>of your own marks</span>}
      </p>
    </>
  );
}
