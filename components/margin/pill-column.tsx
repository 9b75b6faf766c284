'use client';
import { MessageSquareText, PencilLine } from 'lucide-react';
import { useRef } from 'react';
import { blockAt } from '#lib/anchor/block-at.ts';
import { leadingTag } from '#lib/insight/votes.ts';
import { tagDefinition } from '#lib/annotation/codebook.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { spokenCounts } from '#components/ui/tag-order.ts';
import { openAnnotation, openBlock } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import type { Conversation } from './conversations.ts';
import { NewElsewhere } from './new-elsewhere.tsx';
import { placeLabel } from './place-label.ts';
import type { Tally } from './tallies.ts';
import { keysIn, saidIn } from './said-in.ts';
import { UnreadDot } from './unread-dot.tsx';
import { useColumn } from './use-column.ts';
import type { MarginContent } from './use-margin.ts';
import { isIn, useNearText } from './use-near-text.ts';
import type { WaitingDraft } from './waiting-draft.ts';
import styles from './pill-column.module.css';

/** One pill a passage at the text's right: how much is said or marked there. */
export function PillColumn({
  content: { conversations, talliesIn, drafts, open, openBlock: block },
}: {
  content: MarginContent;
}) {
  const column = useRef<HTMLDivElement>(null);
  const near = useNearText();
  useColumn(column);
  const openId = open?.kind === 'conversation' ? open.conversation.id : null;
  const pills = [
    ...talliesIn(near).map((tally) => ({
      key: `tally ${tally.block}`,
      offset: tally.start,
      node: <TallyPill tally={tally} open={tally.block === block} />,
    })),
    ...drafts.map((draft) => ({
      key: `draft ${draft.key}`,
      offset: draft.offset,
      node: <DraftPill draft={draft} openBlock={block} />,
    })),
    ...conversations.map((conversation) => ({
      key: conversation.id,
      offset: conversation.start,
      node: <ConversationPill conversation={conversation} open={conversation.id === openId} />,
    })),
  ];
  return (
    <div ref={column} className={styles.column}>
      <NewElsewhere />
      {pills
        .filter(({ offset }) => isIn(near, offset))
        .sort((a, b) => a.offset - b.offset)
        .map(({ key, offset, node }) => (
          <div key={key} data-key={key} data-offset={offset} className={styles.item}>
            {node}
          </div>
        ))}
    </div>
  );
}

function TallyPill({ tally, open }: { tally: Tally; open: boolean }) {
  const room = useRoom();
  const count = Object.values(tally.tags).reduce((sum, marks) => sum + marks, 0);
  const lead = tagDefinition(leadingTag(tally)) ?? { id: 'none', icon: '≡' };
  return (
    <button
      type="button"
      className={styles.pill}
      aria-expanded={open}
      aria-label={`${spokenCounts(tally.tags)} ${placeLabel(room.page.blocks, tally.block)}: list the marks`}
      onClick={() => openBlock(room, tally.block)}
    >
      <TagIcon tag={lead} /> {count}
    </button>
  );
}

function DraftPill({ draft, openBlock: open }: { draft: WaitingDraft; openBlock: number | null }) {
  const room = useRoom();
  const block = blockAt(room.page.blocks, draft.offset)?.index ?? 0;
  return (
    <button
      type="button"
      className={styles.pill}
      aria-expanded={open === block}
      aria-label={`Unsent words ${placeLabel(room.page.blocks, block)}`}
      onClick={() => openBlock(room, block)}
    >
      <PencilLine size={13} aria-hidden="true" />
    </button>
  );
}

function ConversationPill({ conversation, open }: { conversation: Conversation; open: boolean }) {
  const room = useRoom();
  const { id } = conversation;
  const said = saidIn(conversation);
  return (
    <button
      type="button"
      className={styles.pill}
      aria-expanded={open}
      data-about={id}
      aria-label={`Conversation, ${said === 1 ? '1 comment' : `${said} comments`}`}
      onClick={() => (open ? room.state.opened.set(null) : openAnnotation(room, id))}
    >
      <MessageSquareText size={13} aria-hidden="true" /> {said}
      <span className={styles.unread}>
        <UnreadDot keys={keysIn(conversation)} />
      </span>
    </button>
  );
}
