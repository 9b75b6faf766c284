'use client';
import { Trash2 } from 'lucide-react';
import type { Annotation } from '#lib/annotation/record.ts';
import { mayModerate } from '#components/reading-room/permissions.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { mayChange } from '#components/reading-room/where-marks-go.ts';
import { deleteAnnotation } from '#components/reading-room/write-marks.ts';
import { AskTwice } from './ask-twice.tsx';
import { nameOf } from './people.ts';
import styles from './mark-row.module.css';

/** Takes a mark away: mine at once, for I can undo it; another's, for who may, after a question. */
export function RemoveMark({ annotation }: { annotation: Annotation }) {
  const room = useRoom();
  const { page } = room;
  const name = `Delete the mark of ${nameOf(page, annotation.author)}`;
  const look = <Trash2 size={14} aria-hidden="true" />;
  const remove = (): void => deleteAnnotation(room, annotation);
  if (mayChange(room, annotation))
    return (
      <button
        type="button"
        className={styles.remove}
        aria-label={name}
        title="Delete"
        onClick={remove}
      >
        {look}
      </button>
    );
  if (!mayModerate(page.reading)) return null;
  return (
    <AskTwice
      action="Delete"
      question="Delete it for everyone?"
      onConfirm={remove}
      picture={{ look, className: styles.remove, name }}
    />
  );
}
