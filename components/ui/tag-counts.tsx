import { TagIcon } from './tag-icon.tsx';
import { inCodebookOrder, type TagNumbers } from './tag-order.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './tag-counts.module.css';

interface Props {
  counts: TagNumbers;
  /** `● 41 fact` in place of `● 41`. */
  named?: boolean;
  /** Leaves out tags that nobody gave. */
  onlyGiven?: boolean;
}

/** `● 7  ◆ 2  ❝ 3`. */
export function TagCounts({ counts, named = false, onlyGiven = false }: Props) {
  const numbers = inCodebookOrder(counts).filter(({ count }) => count > 0 || !onlyGiven);
  return (
    <span className={styles.counts}>
      {numbers.map(({ tag, count }) => (
        <span key={tag.id} className={styles.count}>
          <TagIcon tag={tag} /> {count}{' '}
          {named ? tag.name : <VisuallyHidden>{tag.name}</VisuallyHidden>}
        </span>
      ))}
    </span>
  );
}
