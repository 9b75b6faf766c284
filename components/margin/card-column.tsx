'use client';
import { type ReactNode, useRef } from 'react';
import { ConversationCard } from './conversation-card.tsx';
import { DraftCard } from './draft-card.tsx';
import { OpenCardView } from './open-card-view.tsx';
import { TallyLine } from './tally-line.tsx';
import { useColumn } from './use-column.ts';
import type { MarginContent } from './use-margin.ts';
import styles from './card-column.module.css';

interface Item {
  key: string;
  /** As `useColumn` reads it. */
  kind: 'tally' | 'card' | 'open';
  offset: number;
  node: ReactNode;
}

const OPEN = 'open';

/** Cards and tallies beside the words they are about; the open one keeps its place and the others give way. */
export function CardColumn({ content }: { content: MarginContent }) {
  const column = useRef<HTMLElement>(null);
  const { open } = content;
  useColumn(column, open?.kind === 'conversation' ? open.conversation.id : OPEN);
  return (
    <aside ref={column} className={styles.column} aria-label="Margin">
      {itemsOf(content).map(({ key, kind, offset, node }) => (
        <div key={key} data-key={key} data-kind={kind} data-offset={offset} className={styles.item}>
          {node}
        </div>
      ))}
    </aside>
  );
}

/** In the order of the text; of those at one place the tally first, the open list right behind it. */
function itemsOf({ conversations, tallies, drafts, open, openBlock }: MarginContent): Item[] {
  const active = open?.kind === 'conversation' ? open : null;
  const items: Item[] = tallies.map((tally) => ({
    key: `tally ${tally.block}`,
    kind: 'tally',
    offset: tally.start,
    node: <TallyLine tally={tally} open={tally.block === openBlock} />,
  }));
  if (open !== null && open.kind !== 'conversation')
    items.push({
      key: OPEN,
      kind: 'open',
      offset: open.kind === 'new' ? open.passage.start : open.start,
      // What waits unsent has cards of its own here.
      node: <OpenCardView open={open.kind === 'marks' ? { ...open, drafts: [] } : open} />,
    });
  for (const draft of drafts)
    items.push({
      key: `draft ${draft.key}`,
      kind: 'card',
      offset: draft.offset,
      node: <DraftCard draft={draft} />,
    });
  for (const conversation of conversations) {
    const isActive = active?.conversation.id === conversation.id;
    items.push({
      key: conversation.id,
      kind: 'card',
      offset: conversation.start,
      node: (
        <ConversationCard
          conversation={conversation}
          active={isActive}
          picked={isActive ? active.picked : null}
        />
      ),
    });
  }
  return items.sort((a, b) => a.offset - b.offset);
}
