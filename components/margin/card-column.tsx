'use client';
import { type ReactNode, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import type { ColumnItem } from './column-item.ts';
import { ConversationCard } from './conversation-card.tsx';
import { DraftCard } from './draft-card.tsx';
import { itemsOf, type MarginItem } from './margin-items.ts';
import { NewElsewhere } from './new-elsewhere.tsx';
import { OpenCardView } from './open-card-view.tsx';
import { keysIn } from './said-in.ts';
import { StackLine } from './stack-line.tsx';
import { TallyLine } from './tally-line.tsx';
import { useCardPlaces } from './use-card-places.ts';
import type { MarginContent } from './use-margin.ts';
import { useNearBlocks } from './use-near-blocks.ts';
import { draftKeyOf } from './waiting-draft.ts';
import styles from './card-column.module.css';

/** Cards and tallies beside the words they are about; the open one keeps its place and the others give way. */
export function CardColumn({ content }: { content: MarginContent }) {
  const { page, state } = useRoom();
  const column = useRef<HTMLDivElement>(null);
  const writing = useObservable(state.writing);
  const near = useNearBlocks();
  const items = itemsOf(content, page.blocks, near);
  const active = items.find(({ isActive }) => isActive)?.key ?? null;
  const deed = `${active} ${writing === null ? '' : draftKeyOf(writing)}`;
  const { shown, stacks } = useCardPlaces(column, items, { active, deed });
  return (
    <div ref={column} className={styles.column}>
      <NewElsewhere />
      {items
        .filter(({ key }) => shown.has(key) || key === active)
        .map((item) => (
          <Child key={item.key} item={item}>
            <ItemView item={item} content={content} />
          </Child>
        ))}
      {stacks.map(({ key, members }) => (
        <div key={key} data-key={key} className={styles.item}>
          <StackLine ids={members} keys={keysOf(content, members)} />
        </div>
      ))}
    </div>
  );
}

function keysOf({ conversations }: MarginContent, members: readonly string[]): string[] {
  const inStack = new Set(members);
  return conversations.filter(({ id }) => inStack.has(id)).flatMap(keysIn);
}

function Child({ item, children }: { item: ColumnItem; children: ReactNode }) {
  return (
    <div data-key={item.key} data-kind={item.kind} className={styles.item}>
      {children}
    </div>
  );
}

function ItemView({ item: { of }, content }: { item: MarginItem; content: MarginContent }) {
  switch (of.kind) {
    case 'tally':
      return <TallyLine tally={of.tally} open={of.tally.block === content.openBlock} />;
    case 'draft':
      return <DraftCard draft={of.draft} />;
    case 'open':
      return <OpenCardView open={of.open} marksIn={content.marksIn} />;
    case 'conversation':
      return (
        <ConversationCard
          conversation={of.conversation}
          marks={content.marksIn(of.conversation)}
          active={of.picked !== undefined}
          picked={of.picked ?? null}
        />
      );
  }
}
