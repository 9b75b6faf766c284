'use client';
import { textOfComment } from '#lib/annotation/comment.ts';
import { tagDefinition } from '#lib/annotation/codebook.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { nameOf } from '#components/margin/people.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { counted } from '#components/ui/counted.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import styles from './sentence-card.module.css';

/** The first lines of what is said on a sentence; each leads to its card. */
export function SaidHere({ comments }: { comments: readonly Annotation[] }) {
  if (comments.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{counted(comments.length, 'comment')}</h3>
      <ul className={styles.comments}>
        {comments.map((annotation) => (
          <li key={annotation.id}>
            <FirstLines annotation={annotation} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FirstLines({ annotation: { id, author, comment, tag } }: { annotation: Annotation }) {
  const room = useRoom();
  const definition = tagDefinition(tag);
  return (
    <button
      type="button"
      className={styles.comment}
      onClick={() => openAnnotation(room, id)}
      onPointerEnter={() => room.state.pointed.set(id)}
      onPointerLeave={() => room.state.pointed.set(null)}
    >
      <span>
        {definition !== undefined && <TagIcon tag={definition} />}{' '}
        <b>{nameOf(room.page, author)}</b>
      </span>
      <span className={styles.lines}>{comment !== null && textOfComment(comment)}</span>
    </button>
  );
}
