'use client';
import { type FocusEvent, memo, type MouseEvent } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import { counted } from '#components/ui/counted.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { ConversationHead } from './conversation-head.tsx';
import { SHOWN_VOICES } from './card-heights.ts';
import { type Conversation, isBare } from './conversations.ts';
import { MarkRow } from './mark-row.tsx';
import { PassageLink } from './passage-link.tsx';
import { sameItems } from './same-items.ts';
import { SinceContext, useHeld } from './use-held.ts';
import { VoiceView } from './voice-view.tsx';
import actions from './quiet-actions.module.css';
import styles from './card.module.css';

interface Props {
  conversation: Conversation;
  /** What stands on its words, its voices too. */
  marks: readonly Annotation[];
  active: boolean;
  /** The annotation that is outlined, one of the conversation's. */
  picked: string | null;
}

/** All that is said of a passage. Drawn anew only when something of it has changed. */
export const ConversationCard = memo(
  Card,
  (a, b) =>
    a.conversation === b.conversation &&
    a.active === b.active &&
    a.picked === b.picked &&
    sameItems(a.marks, b.marks),
);

function Card({ conversation, marks: marksNow, active, picked }: Props) {
  const room = useRoom();
  const { voices, start, end, since = null } = conversation;
  const marks = useHeld(marksNow, since);
  const bare = active ? marks.filter(isBare) : [];
  const shown = active ? voices : voices.slice(0, SHOWN_VOICES);
  const words = room.page.text.slice(start, end);

  function activate(event: MouseEvent): void {
    const onControl = (event.target as Element).closest(
      'button, a, input, textarea, [contenteditable]',
    );
    const reads = document.getSelection()?.isCollapsed === false;
    if (active || onControl !== null || reads) return;
    openAnnotation(room, conversation.id);
    showOffset(room, start);
  }

  /** The card that the keyboard comes to takes its place beside the text. */
  function follow({ target }: FocusEvent): void {
    if (!active && target.matches(':focus-visible')) openAnnotation(room, conversation.id);
  }

  return (
    // The card as a whole is a larger target for the pointer; keys use the buttons inside.
    <section
      className={styles.card}
      data-active={active}
      aria-label={`Conversation on “${words.slice(0, 80)}”`}
      onClick={activate}
      onFocus={follow}
    >
      <ConversationHead marks={marks} />
      <PassageLink annotation={voices[0]?.annotation} words={words} />
      <SinceContext value={since}>
        {shown.map((voice) => (
          <VoiceView
            key={voice.annotation.id}
            voice={voice}
            open={active}
            picked={voice.annotation.id === picked}
          />
        ))}
      </SinceContext>
      {shown.length < voices.length && (
        <button
          type="button"
          className={actions.action}
          onClick={() => openAnnotation(room, conversation.id)}
        >
          {counted(voices.length - shown.length, 'more comment')}
        </button>
      )}
      {bare.length > 0 && (
        <ul className={styles.bare} aria-label="Marked without a comment">
          {bare.map((annotation) => (
            <MarkRow
              key={annotation.id}
              annotation={annotation}
              picked={annotation.id === picked}
              under={conversation}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
