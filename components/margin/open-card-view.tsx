'use client';
import { ConversationCard } from './conversation-card.tsx';
import type { OpenCard } from './margin-content.ts';
import { MarksCard } from './marks-card.tsx';
import { NewCommentCard } from './new-comment-card.tsx';

/** The open card alone, wherever it stands. */
export function OpenCardView({ open }: { open: OpenCard }) {
  switch (open.kind) {
    case 'conversation':
      return <ConversationCard conversation={open.conversation} active picked={open.picked} />;
    case 'marks':
      return <MarksCard {...open} />;
    case 'new':
      return <NewCommentCard passage={open.passage} />;
  }
}
