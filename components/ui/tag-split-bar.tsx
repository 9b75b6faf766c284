import { inCodebookOrder, spokenCounts, type TagNumbers } from './tag-order.ts';
import styles from './tag-split-bar.module.css';

interface Props {
  counts: TagNumbers;
  /** Height in px. */
  height?: 4 | 5 | 6;
  /** The same numbers stand beside it in words. */
  decorative?: boolean;
}

/** How the tags divide: one stretch a tag, in the codebook's order. */
export function TagSplitBar({ counts, height = 6, decorative = false }: Props) {
  const label = decorative
    ? { 'aria-hidden': true as const }
    : { role: 'img', 'aria-label': spokenCounts(counts) };
  return (
    <span {...label} className={styles.bar} style={{ height }}>
      {inCodebookOrder(counts)
        .filter(({ count }) => count > 0)
        .map(({ tag, count }) => (
          <span key={tag.id} data-tag={tag.id} style={{ flexGrow: count }} />
        ))}
    </span>
  );
}
