import { tagDefinition } from '#lib/annotation/codebook.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import styles from './tag-label.module.css';

/** `❝ opinion`, in the tag's colour; nothing without a tag. */
export function TagLabel({ tag }: { tag: string | null }) {
  const definition = tagDefinition(tag);
  if (definition === undefined)
    return tag === null ? null : <span className={styles.tag}>{tag}</span>;
  return (
    <span className={styles.tag} data-tag={definition.id}>
      <TagIcon tag={definition} /> {definition.name}
    </span>
  );
}
