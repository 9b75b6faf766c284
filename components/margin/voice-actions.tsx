'use client';
import { mayModerate, mayWrite } from '#components/reading-room/permissions.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { mayChange } from '#components/reading-room/where-marks-go.ts';
import { deleteAnnotation } from '#components/reading-room/write-marks.ts';
import { type Room, useRoom } from '#components/reading-room/room.ts';
import { copyPermalink } from '#components/reading-room/permalink.ts';
import { maySettle, settle } from '#components/reading-room/write-talk.ts';
import { counted } from '#components/ui/counted.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { AskTwice } from './ask-twice.tsx';
import type { Voice } from './conversations.ts';
import { ReactionsLine } from './reactions-line.tsx';
import { reactionsOn } from './reactions-on.ts';
import { useResolved } from './thread-line.tsx';
import { TagToggles } from './tag-toggles.tsx';
import styles from './quiet-actions.module.css';

/** What can be done with a comment: to answer it, and for whom it is, to edit, tag anew or delete it. */
export function VoiceActions({ voice, open }: { voice: Voice; open: boolean }) {
  const room = useRoom();
  const { state } = room;
  const resolved = useResolved(voice.annotation.id);
  const { id, author } = voice.annotation;
  if (!open) return <RepliesCount voice={voice} room={room} />;
  return (
    <div className={styles.actions}>
      {mayWrite(room.page.reading) && (
        <button
          type="button"
          className={styles.action}
          onClick={() => state.writing.set({ kind: 'reply', to: id })}
        >
          Reply
        </button>
      )}
      {!voice.takenBack && <ReactionsLine on={id} author={author} open />}
      {maySettle(room, id) && (
        <button type="button" className={styles.action} onClick={() => settle(room, id)}>
          {resolved ? 'Reopen' : 'Resolve'}
        </button>
      )}
      <button type="button" className={styles.action} onClick={() => void copyPermalink(room, id)}>
        Link
      </button>
      {!voice.takenBack && <OwnersActions voice={voice} room={room} />}
    </div>
  );
}

/** `2 replies`, which opens the card, and what others think in one word. */
function RepliesCount({ voice: { annotation, replies }, room }: { voice: Voice; room: Room }) {
  const { id, author } = annotation;
  const reactions = reactionsOn(useObservable(room.records.shown).reactions, id);
  if (replies.length + reactions.length === 0) return null;
  return (
    <div className={styles.actions}>
      {replies.length > 0 && (
        <button type="button" className={styles.action} onClick={() => openAnnotation(room, id)}>
          {counted(replies.length, 'reply', 'replies')}
        </button>
      )}
      <ReactionsLine on={id} author={author} open={false} />
    </div>
  );
}

function OwnersActions({ voice: { annotation, replies }, room }: { voice: Voice; room: Room }) {
  const { page, state } = room;
  const mine = mayChange(room, annotation);
  if (!mine && !mayModerate(page.reading)) return null;
  const remove = (): void => deleteAnnotation(room, annotation);
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
      {mine ? (
        <button type="button" className={styles.action} onClick={remove}>
          Delete
        </button>
      ) : (
        <AskTwice
          action="Delete"
          question={`Delete it for everyone${replies.length > 0 ? ', with its replies' : ''}?`}
          onConfirm={remove}
        />
      )}
      {mine && (
        <span className={styles.end}>
          <TagToggles annotation={annotation} />
        </span>
      )}
    </>
  );
}
