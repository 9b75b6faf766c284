import { TagIcon } from '#components/ui/tag-icon.tsx';
import type { TagNumbers } from '#components/ui/tag-order.ts';
import { givenTags } from './given-tags.ts';
import styles from './split-bar.module.css';

interface Props {
  /** Members by tag. */
  counts: TagNumbers;
  /** `wall`: to be seen from the back of a room. */
  size?: 'row' | 'wall';
}

/** How members divide over the tags: a stretch for each, told apart by colour and pattern, and the same in words. */
export function SplitBar({ counts, size = 'row' }: Props) {
  const given = givenTags(counts);
  return (
    <div className={size === 'wall' ? `${styles.split} ${styles.wall}` : styles.split}>
      <span className={styles.bar} aria-hidden="true">
        {given.map(({ tag, count }) => (
          <span key={tag.id} data-tag={tag.id} style={{ flexGrow: count }} />
        ))}
      </span>
      <span className={styles.counts}>
        {given.map(({ tag, count }) => (
          <span key={tag.id}>
            <TagIcon tag={tag} /> {count} {tag.name}
          </span>
        ))}
        {given.length === 0 && 'no tags yet'}
      </span>
    </div>
  );
}
