'use client';
import type { ReactNode } from 'react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import type { Reply } from '#lib/annotation/record.ts';
import { hides } from '#lib/insight/filter.ts';
import { CommentView } from '#components/composer/comment-view.tsx';
import { filterWords } from '#components/finding/filter-words.ts';
import {
  type Conversation,
  followConversations,
  type Voice,
} from '#components/margin/conversations.ts';
import { nameOf } from '#components/margin/people.ts';
import { TagLabel } from '#components/margin/tag-label.tsx';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { Time } from '#components/ui/time.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import { ViewWords } from './view-legend.tsx';
import styles from './printed-talk.module.css';

/** On paper, after the text: how its marks are to be read, then what was said, in the order of the text. */
export function PrintedTalk() {
  const { page, records, state } = useRoom();
  const conversations = followConversations()(useObservable(records.shown));
  const view = useObservable(state.paint);
  const filter = useObservable(state.find);
  return (
    <section className={styles.printed} data-printed aria-label="What was said">
      <div className={styles.legend}>{view === 'marks' ? <Tags /> : <ViewWords view={view} />}</div>
      {hides(filter) && <p>Shown: {filterWords(filter, (id) => nameOf(page, id))}</p>}
      {conversations.length > 0 && <h2 className={styles.heading}>Comments</h2>}
      {conversations.map((conversation) => (
        <Printed key={conversation.id} conversation={conversation} />
      ))}
    </section>
  );
}

function Tags() {
  return (
    <p>
      {DEFAULT_CODEBOOK.map((tag) => (
        <span key={tag.id} className={styles.tag}>
          <TagIcon tag={tag} />{' '}
          <mark className="mark" data-step="1" data-lead={tag.id} data-lanes={tag.id}>
            {tag.name}
          </mark>
        </span>
      ))}
      Deeper: marked by more readers. Hatched: they differ.
    </p>
  );
}

function Printed({ conversation: { start, end, voices } }: { conversation: Conversation }) {
  const { page } = useRoom();
  return (
    <div className={styles.conversation}>
      <p className={styles.passage}>“{page.text.slice(start, end)}”</p>
      {voices.map((voice) => (
        <PrintedVoice key={voice.annotation.id} voice={voice} />
      ))}
    </div>
  );
}

function PrintedVoice({ voice: { annotation, replies } }: { voice: Voice }) {
  return (
    <>
      <Said by={annotation.author} at={annotation.created}>
        <TagLabel {...annotation} />
      </Said>
      {annotation.comment === null ? (
        <p className={styles.gone}>Taken back by its author.</p>
      ) : (
        <CommentView comment={annotation.comment} />
      )}
      {replies.map((reply) => (
        <PrintedReply key={reply.id} reply={reply} />
      ))}
    </>
  );
}

function PrintedReply({ reply }: { reply: Reply }) {
  return (
    <div className={styles.reply}>
      <Said by={reply.author} at={reply.created} />
      <CommentView comment={reply.comment} />
    </div>
  );
}

interface SaidProps {
  by: string;
  at: string;
  children?: ReactNode;
}

function Said({ by, at, children }: SaidProps) {
  const { page } = useRoom();
  return (
    <p className={styles.said}>
      <strong>{by === page.user.id ? page.user.name : nameOf(page, by)}</strong>
      {children}
      <span className={styles.time}>
        <Time iso={at} withHour />
      </span>
    </p>
  );
}
