'use client';
import { type ReactNode, useRef } from 'react';
import { ConversationCard } from './conversation-card.tsx';
import { OpenCardView } from './open-card-view.tsx';
import { TallyLine } from './tally-line.tsx';
import { useColumn } from './use-column.ts';
import type { MarginContent } from './use-margin.ts';
import styles from './card-column.module.css';

interface Item {
  key: string;
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
      {itemsOf(content).map(({ key, offset, node }) => (
        <div key={key} data-key={key} data-offset={offset} className={styles.item}>
          {node}
        </div>
      ))}
    </aside>
  );
}

/** In the order of the text; of those at one place the tally first, the open list right behind it. */
function itemsOf({ conversations, tallies, open, openBlock }: MarginContent): Item[] {
  const active = open?.kind === 'conversation' ? open : null;
  const items: Item[] = tallies.map((tally) => ({
    key: `tally ${tally.block}`,
    offset: tally.start,
    node: <TallyLine tally={tally} open={tally.block === openBlock} />,
  }));
  if (open !== null && open.kind !== 'conversation')
    items.push({
      key: OPEN,
      offset: open.kind === 'new' ? open.passage.start : open.start,
      node: <OpenCardView open={open} />,
    });
  for (const conversation of conversations) {
    const isActive = active?.conversation.id === conversation.id;
    items.push({
      key: conversation.id,
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
