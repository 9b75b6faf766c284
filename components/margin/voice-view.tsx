'use client';
import { CommentView } from '#components/composer/comment-view.tsx';
import { cardIdOf } from '#lib/client/mark-details.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { DetailsSlot } from '#components/reading-room/details-slot.tsx';
import { editAnnotation, replyTo } from '#components/reading-room/write-marks.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Byline } from './byline.tsx';
import type { Voice } from './conversations.ts';
import { Editing } from './editing.tsx';
import { nameOf } from './people.ts';
import { ReplyView } from './reply-view.tsx';
import { TagLabel } from './tag-label.tsx';
import { VoiceActions } from './voice-actions.tsx';
import { Writer } from './writer.tsx';
import styles from './voice-view.module.css';

interface Props {
  voice: Voice;
  /** The card is active: replies and what can be done are shown. */
  open: boolean;
  /** This one is outlined in the text. */
  picked: boolean;
}

/** What one person says of a passage, and the answers. */
export function VoiceView({ voice, open, picked }: Props) {
  const room = useRoom();
  const { page, state } = room;
  const { annotation, replies, takenBack } = voice;
  const writing = useObservable(state.writing);
  const replying = writing?.kind === 'reply' && writing.to === annotation.id;
  const editing = writing?.kind === 'edit' && writing.key === annotation.id;
  const point = (id: string | null) => () => state.pointed.set(id);
  return (
    <article
      id={cardIdOf(annotation.id)}
      className={styles.voice}
      data-picked={picked}
      aria-label={`${nameOf(page, annotation.author)} on “${annotation.target.exact.slice(0, 80)}”`}
      onPointerEnter={point(annotation.id)}
      onPointerLeave={point(null)}
      onFocus={point(annotation.id)}
      onBlur={point(null)}
    >
      <Byline
        author={annotation.author}
        time={annotation.modified ?? annotation.created}
        edited={annotation.modified !== undefined && !takenBack}
      >
        <TagLabel {...annotation} />
      </Byline>
      {takenBack && <p className={styles.takenBack}>Taken back by its author.</p>}
      {annotation.comment !== null && !editing && (
        <div className={open ? undefined : styles.clamped}>
          <CommentView comment={annotation.comment} />
        </div>
      )}
      {editing && (
        <Editing
          writing={writing}
          record={annotation}
          onSave={(comment) => editAnnotation(room, annotation, comment)}
        />
      )}
      {open && <DetailsSlot annotation={annotation} />}
      {open && replies.length > 0 && (
        <ul className={styles.replies} aria-label="Replies">
          {replies.map((reply) => (
            <ReplyView key={reply.id} reply={reply} />
          ))}
        </ul>
      )}
      {replying && (
        <Writer
          writing={writing}
          label={`Reply to ${nameOf(page, annotation.author)}`}
          placeholder="Your reply"
          action="Reply"
          onSend={(comment) => replyTo(room, annotation.id, comment)}
        />
      )}
      {!replying && !editing && <VoiceActions voice={voice} open={open} />}
    </article>
  );
}
