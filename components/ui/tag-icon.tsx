import type { TagDefinition } from '#lib/annotation/codebook.ts';
import styles from './tag-icon.module.css';

/** The tag's sign in its colour; its name has to stand beside it, or be hidden beside it. */
export function TagIcon({ tag }: { tag: Pick<TagDefinition, 'id' | 'icon'> }) {
  return (
    <span className={styles.icon} data-tag={tag.id} aria-hidden="true">
      {tag.icon}
    </span>
  );
}
