'use client';
import { MessageSquareText, X } from 'lucide-react';
import { textOfComment } from '#lib/annotation/comment.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { counted } from '#components/ui/counted.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { TagLabel } from './tag-label.tsx';
import type { Conversation } from './conversations.ts';
import { DraftCard } from './draft-card.tsx';
import { nameOf, personOf } from './people.ts';
import { saidIn } from './said-in.ts';
import type { WaitingDraft } from './waiting-draft.ts';
import card from './card.module.css';
import close from './close-button.module.css';
import styles from './conversation-list.module.css';

interface Props {
  conversations: readonly Conversation[];
  drafts: readonly WaitingDraft[];
}

/** A stack, opened: each conversation in two lines, which open it. */
export function ConversationList({ conversations, drafts }: Props) {
  const { state } = useRoom();
  const title =
    conversations.length === 0 ? 'Not sent yet' : counted(conversations.length, 'conversation');
  return (
    <section className={card.card} data-active="true" aria-label={title}>
      <header className={card.head}>
        <h2 className={card.title}>{title}</h2>
        <button
          type="button"
          className={close.close}
          aria-label="Fold the list"
          onClick={() => state.opened.set(null)}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </header>
      {drafts.map((draft) => (
        <DraftCard key={draft.key} draft={draft} />
      ))}
      <ul className={card.rows}>
        {conversations.map((conversation) => (
          <Row key={conversation.id} conversation={conversation} />
        ))}
      </ul>
    </section>
  );
}

function Row({ conversation }: { conversation: Conversation }) {
  const room = useRoom();
  const [first] = conversation.voices;
  if (first === undefined) return null;
  const { annotation } = first;
  const { author, comment, target } = annotation;
  const said = saidIn(conversation);
  const open = (): void => {
    openAnnotation(room, annotation.id);
    showOffset(room, target.start);
  };
  return (
    <li>
      <button type="button" className={styles.row} onClick={open}>
        <span className={styles.line}>
          <Avatar person={personOf(room.page, author)} size={22} decorative />
          <span className={styles.name}>{nameOf(room.page, author)}</span>
          <TagLabel {...annotation} />
          <span className={styles.said}>
            <MessageSquareText size={13} aria-hidden="true" /> {counted(said, 'comment')}
          </span>
        </span>
        <span className={styles.words}>
          {comment === null ? 'Taken back by its author.' : textOfComment(comment)}
        </span>
      </button>
    </li>
  );
}
