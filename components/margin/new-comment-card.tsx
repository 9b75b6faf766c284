'use client';
import { jsonBytes } from '#lib/annotation/json-bytes.ts';
import { commentOn } from '#components/reading-room/write-marks.ts';
import { type Passage, useRoom } from '#components/reading-room/room.ts';
import { Writer } from './writer.tsx';
import styles from './card.module.css';
import quote from './passage-link.module.css';

/** A comment being written on a passage. */
export function NewCommentCard({ passage }: { passage: Passage }) {
  const room = useRoom();
  const words = room.page.text.slice(passage.start, passage.end);
  return (
    <section
      className={styles.card}
      data-active="true"
      aria-label={`Comment on “${words.slice(0, 80)}”`}
    >
      <h2 className={styles.title}>Your comment</h2>
      <p className={quote.passage}>{words}</p>
      <Writer
        key={`${passage.start}-${passage.end}`}
        writing={{ kind: 'new', passage }}
        label={`Comment on “${words.slice(0, 80)}”`}
        placeholder="What do you make of it?"
        action="Comment"
        beside={jsonBytes(words)}
        onSend={(comment) => commentOn(room, passage, comment)}
      />
    </section>
  );
}
