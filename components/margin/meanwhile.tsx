'use client';
import { use } from 'react';
import { flushSync } from 'react-dom';
import { useRoom } from '#components/reading-room/room.ts';
import { counted } from '#components/ui/counted.ts';
import type { Since } from './conversations.ts';
import { TypingWords } from './typing-line.tsx';
import { SinceContext } from './use-held.ts';
import actions from './quiet-actions.module.css';
import styles from './meanwhile.module.css';

/**
 * `1 new reply` below the field in which I write: what came meanwhile has its place above, and takes it when I am done or press
 * this. Its room is kept, so that the card does not grow. The status line has told of it already.
 */
export function Meanwhile({ annotation }: { annotation: string }) {
  const { state } = useRoom();
  const since = use(SinceContext);
  if (since === null) return null;
  const words = wordsOf(since);
  const show = (button: HTMLElement): void => {
    const field = button
      .closest('[role="comment"]')
      ?.querySelector<HTMLElement>('[role="textbox"]');
    // The same, begun anew: the card is held as it is now.
    flushSync(() => state.writing.set({ ...since.writing }));
    field?.focus({ preventScroll: true });
  };
  return (
    <p className={styles.meanwhile}>
      {words !== '' && (
        <button
          type="button"
          className={actions.action}
          title="Shows it now"
          onClick={({ currentTarget }) => show(currentTarget)}
        >
          {words}
        </button>
      )}
      <TypingWords annotation={annotation} />
    </p>
  );
}

function wordsOf({ comments, replies }: Since): string {
  return [
    comments > 0 && counted(comments, 'new comment'),
    replies > 0 && counted(replies, 'new reply', 'new replies'),
  ]
    .filter(Boolean)
    .join(', ');
}
