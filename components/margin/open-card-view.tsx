'use client';
import { ConversationCard } from './conversation-card.tsx';
import { ConversationList } from './conversation-list.tsx';
import type { OpenCard } from './margin-content.ts';
import { MarksCard } from './marks-card.tsx';
import { NewCommentCard } from './new-comment-card.tsx';
import type { MarginContent } from './use-margin.ts';

/** The open card alone, wherever it stands. */
export function OpenCardView({
  open,
  marksIn,
}: { open: OpenCard } & Pick<MarginContent, 'marksIn'>) {
  switch (open.kind) {
    case 'conversation':
      return (
        <ConversationCard
          conversation={open.conversation}
          marks={marksIn(open.conversation)}
          active
          picked={open.picked}
        />
      );
    case 'marks':
      return <MarksCard {...open} />;
    case 'stack':
      return <ConversationList {...open} />;
    case 'new':
      return <NewCommentCard passage={open.passage} />;
  }
}
