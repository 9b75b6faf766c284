'use client';
import { useRef } from 'react';
import type { Reply } from '#lib/annotation/record.ts';
import { CommentView } from '#components/composer/comment-view.tsx';
import { RelativeTime } from '#components/ui/time.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { mayModerate, mayWrite } from '#components/reading-room/permissions.ts';
import { deleteReply, editReply } from '#components/reading-room/write-marks.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { AskTwice } from './ask-twice.tsx';
import { cardIdOf } from '#lib/client/mark-details.ts';
import { COMMENT_ROLE } from './comment-role.ts';
import { Editing } from './editing.tsx';
import { nameOf } from './people.ts';
import { ReactionsLine } from './reactions-line.tsx';
import { UnreadDot } from './unread-dot.tsx';
import { useReadWhenSeen } from './use-read-when-seen.ts';
import actions from './quiet-actions.module.css';
import styles from './reply-view.module.css';

/** One answer in a conversation. */
export function ReplyView({ reply }: { reply: Reply }) {
  const room = useRoom();
  const { page, state } = room;
  const root = useRef<HTMLDivElement>(null);
  useReadWhenSeen(root, reply.id, true);
  const writing = useObservable(state.writing);
  const mine = reply.author === page.user.id;
  const editing = writing?.kind === 'edit' && writing.key === reply.id;
  const mayDelete = mine ? mayWrite(page.reading) : mayModerate(page.reading);
  return (
    <li className={styles.reply}>
      <div
        ref={root}
        id={cardIdOf(reply.id)}
        role={COMMENT_ROLE}
        aria-level={2}
        aria-label={`${nameOf(page, reply.author)} replies`}
      >
        <p className={styles.byline}>
          <span className={styles.name}>{nameOf(page, reply.author)}</span>
          <UnreadDot keys={[reply.id]} />
          <span className={styles.time}>
            {reply.modified !== undefined && 'edited '}
            <RelativeTime iso={reply.modified ?? reply.created} />
          </span>
        </p>
        {editing ? (
          <Editing
            writing={writing}
            record={reply}
            annotation={reply.annotation}
            onSave={(comment) => editReply(room, reply, comment)}
          />
        ) : (
          <CommentView comment={reply.comment} />
        )}
        {!editing && (
          <div className={`${actions.actions} ${styles.actions}`}>
            <ReactionsLine on={reply.id} author={reply.author} open />
            {mine && mayDelete && (
              <button
                type="button"
                className={actions.action}
                onClick={() => state.writing.set({ kind: 'edit', map: 'replies', key: reply.id })}
              >
                Edit
              </button>
            )}
            {mine && mayDelete && (
              <button
                type="button"
                className={actions.action}
                onClick={() => deleteReply(room, reply)}
              >
                Delete
              </button>
            )}
            {!mine && mayDelete && (
              <AskTwice
                action="Delete"
                question="Delete this reply for everyone?"
                onConfirm={() => deleteReply(room, reply)}
              />
            )}
          </div>
        )}
      </div>
    </li>
  );
}
