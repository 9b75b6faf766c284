'use client';
import { useRef } from 'react';
import { CommentView } from '#components/composer/comment-view.tsx';
import { cardIdOf } from '#lib/client/mark-details.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { DetailsSlot } from '#components/reading-room/details-slot.tsx';
import { editAnnotation, replyTo } from '#components/reading-room/write-marks.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Byline } from './byline.tsx';
import { COMMENT_ROLE } from './comment-role.ts';
import type { Voice } from './conversations.ts';
import { Editing } from './editing.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { nameOf } from './people.ts';
import { ReplyView } from './reply-view.tsx';
import { TagLabel } from './tag-label.tsx';
import { ThreadLine, useResolved } from './thread-line.tsx';
import { TypingLine } from './typing-line.tsx';
import { UnreadDot } from './unread-dot.tsx';
import { useLedFocus } from './use-led-focus.ts';
import { useReadWhenSeen } from './use-read-when-seen.ts';
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

/** What one person says of a passage, and the answers. A resolved one is one line until its card is open. */
export function VoiceView({ voice, open, picked }: Props) {
  const room = useRoom();
  const { page, state } = room;
  const { annotation, replies } = voice;
  const { author, id, target } = annotation;
  const root = useRef<HTMLDivElement>(null);
  const folded = useResolved(id) && !open;
  const writing = useObservable(state.writing);
  const answers = writing?.kind === 'reply' && writing.to === id;
  useLedFocus(root, id);
  useReadWhenSeen(root, id, open);
  const point = (pointed: string | null) => () => state.pointed.set(pointed);
  return (
    <div
      ref={root}
      id={cardIdOf(id)}
      role={COMMENT_ROLE}
      aria-level={1}
      tabIndex={-1}
      className={styles.voice}
      data-picked={picked}
      aria-label={`${nameOf(page, author)} on “${target.exact.slice(0, 80)}”`}
      onPointerEnter={point(id)}
      onPointerLeave={point(null)}
      onFocus={point(id)}
      onBlur={point(null)}
    >
      <ThreadLine annotation={id} />
      {!folded && <Said voice={voice} open={open} />}
      {open && <DetailsSlot annotation={annotation} />}
      {open && replies.length > 0 && (
        <ul className={styles.replies} aria-label="Replies">
          {replies.map((reply) => (
            <ReplyView key={reply.id} reply={reply} />
          ))}
        </ul>
      )}
      {open && !answers && <TypingLine annotation={id} />}
      {!folded && <Answering voice={voice} open={open} />}
    </div>
  );
}

/** The comment itself, or the field in which it is edited. */
function Said({ voice: { annotation, replies, takenBack }, open }: Omit<Props, 'picked'>) {
  const room = useRoom();
  const writing = useObservable(room.state.writing);
  const { author, comment, created, modified } = annotation;
  const editing = writing?.kind === 'edit' && writing.key === annotation.id;
  const keys = [annotation.id, ...replies.map(({ id }) => id)];
  return (
    <>
      <Byline
        author={author}
        time={modified ?? created}
        changed={modified !== undefined && !takenBack}
      >
        <TagLabel {...annotation} />
        <UnreadDot keys={open ? [annotation.id] : keys} />
      </Byline>
      {takenBack && <p className={styles.takenBack}>Taken back by its author.</p>}
      {comment !== null && !editing && (
        <div className={open ? undefined : styles.clamped} data-clamped={open ? undefined : ''}>
          <CommentView comment={comment} />
        </div>
      )}
      {editing && (
        <Editing
          writing={writing}
          record={annotation}
          annotation={annotation.id}
          onSave={(words) => editAnnotation(room, annotation, words)}
        />
      )}
    </>
  );
}

/** My answer being written, else what can be done. */
function Answering({ voice, open }: Omit<Props, 'picked'>) {
  const room = useRoom();
  const writing = useObservable(room.state.writing);
  const { annotation } = voice;
  if (writing?.kind === 'edit' && writing.key === annotation.id) return null;
  if (writing?.kind !== 'reply' || writing.to !== annotation.id)
    return <VoiceActions voice={voice} open={open} />;
  const label = `Reply to ${nameOf(room.page, annotation.author)}`;
  return (
    <>
      <Writer
        writing={writing}
        label={label}
        placeholder="Your reply"
        action="Reply"
        onSend={(comment) => replyTo(room, annotation.id, comment)}
      />
      <Meanwhile annotation={annotation.id} />
    </>
  );
}
