import { tagDefinition } from '#lib/annotation/codebook.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { OnlyMeSign } from '#components/reading-room/only-me.tsx';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import styles from './tag-label.module.css';

/** `❝ opinion`, in the tag's colour, whose words they are when not the author's: `quoted: Reuters`, and a lock when it is mine alone. */
export function TagLabel({ id, tag, voice }: Pick<Annotation, 'id' | 'tag' | 'voice'>) {
  return (
    <>
      <OnlyMeSign of={id} />
      {tag !== null && <Tag tag={tag} />}
      {voice !== undefined && voice.kind !== 'author' && (
        <span className={styles.voice} title={voice.who}>
          {voice.who === undefined ? voice.kind : `${voice.kind}: ${voice.who}`}
        </span>
      )}
    </>
  );
}

function Tag({ tag }: { tag: string }) {
  const definition = tagDefinition(tag);
  if (definition === undefined) return <span className={styles.tag}>{tag}</span>;
  return (
    <span className={styles.tag} data-tag={definition.id}>
      <TagIcon tag={definition} /> {definition.name}
    </span>
  );
}
