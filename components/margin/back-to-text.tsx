'use client';
import { goToText } from '#components/reading-room/text-and-annotations.ts';
import { useRoom } from '#components/reading-room/room.ts';
import styles from './back-to-text.module.css';

/** The first button among the annotations: back to the very place in the text. Shows on focus. */
export function BackToText() {
  const room = useRoom();
  return (
    <button type="button" className={styles.back} data-back="" onClick={() => goToText(room)}>
      Back to the text
    </button>
  );
}
