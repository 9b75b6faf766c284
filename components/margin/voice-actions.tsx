'use client';
import { mayModerate, mayWrite } from '#components/reading-room/permissions.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { mayChange } from '#components/reading-room/where-marks-go.ts';
import { deleteAnnotation } from '#components/reading-room/write-marks.ts';
import { type Room, useRoom } from '#components/reading-room/room.ts';
import { AskTwice } from './ask-twice.tsx';
import type { Voice } from './conversations.ts';
import { TagToggles } from './tag-toggles.tsx';
import styles from './quiet-actions.module.css';

/** What can be done with a comment: to answer it, and for whom it is, to edit, tag anew or delete it. */
export function VoiceActions({ voice, open }: { voice: Voice; open: boolean }) {
  const room = useRoom();
  const { state } = room;
  if (!open) return <RepliesCount voice={voice} room={room} />;
  return (
    <div className={styles.actions}>
      {mayWrite(room.page.reading) && (
        <button
          type="button"
          className={styles.action}
          onClick={() => state.writing.set({ kind: 'reply', to: voice.annotation.id })}
        >
          Reply
        </button>
      )}
      {!voice.takenBack && <OwnersActions voice={voice} room={room} />}
    </div>
  );
}

/** `2 replies`: opens the card. */
function RepliesCount({ voice: { annotation, replies }, room }: { voice: Voice; room: Room }) {
  if (replies.length === 0) return null;
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={styles.action}
        onClick={() => openAnnotation(room, annotation.id)}
      >
        {replies.length === 1 ? '1 reply' : `${replies.length} replies`}
      </button>
    </div>
  );
}

function OwnersActions({ voice: { annotation, replies }, room }: { voice: Voice; room: Room }) {
  const { page, state } = room;
  const mine = mayChange(room, annotation);
  if (!mine && !mayModerate(page.reading)) return null;
  const answered = replies.length > 0 && !mine;
  return (
    <>
      {mine && annotation.comment !== null && (
        <button
          type="button"
          className={styles.action}
          onClick={() =>
            state.writing.set({ kind: 'edit', map: 'annotations', key: annotation.id })
          }
        >
          Edit
        </button>
      )}
      <AskTwice
        action="Delete"
        question={answered ? 'Delete it for everyone, with its replies?' : 'Delete it?'}
        onConfirm={() => deleteAnnotation(room, annotation)}
      />
      {mine && (
        <span className={styles.end}>
          <TagToggles annotation={annotation} />
        </span>
      )}
    </>
  );
}
