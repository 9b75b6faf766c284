'use client';
import type { FocusEvent, MouseEvent } from 'react';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { ConversationHead } from './conversation-head.tsx';
import type { Conversation } from './conversations.ts';
import { MarkRow } from './mark-row.tsx';
import { PassageLink } from './passage-link.tsx';
import { VoiceView } from './voice-view.tsx';
import styles from './card.module.css';

interface Props {
  conversation: Conversation;
  active: boolean;
  /** The annotation that is outlined, one of the conversation's. */
  picked: string | null;
}

/** All that is said of a passage. */
export function ConversationCard({ conversation, active, picked }: Props) {
  const room = useRoom();
  const { voices, bare, start, end } = conversation;
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
      <ConversationHead conversation={conversation} />
      <PassageLink annotation={voices[0]?.annotation} words={words} />
      {voices.map((voice) => (
        <VoiceView
          key={voice.annotation.id}
          voice={voice}
          open={active}
          picked={voice.annotation.id === picked}
        />
      ))}
      {active && bare.length > 0 && (
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
