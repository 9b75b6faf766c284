'use client';
import { memo, useMemo, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { ConversationCard } from './conversation-card.tsx';
import { DraftCard } from './draft-card.tsx';
import { itemsOf, type MarginItem, sameItem } from './margin-items.ts';
import { NewElsewhere } from './new-elsewhere.tsx';
import { OpenCardView } from './open-card-view.tsx';
import { keysIn } from './said-in.ts';
import { StackLine } from './stack-line.tsx';
import { TallyLine } from './tally-line.tsx';
import { useCardPlaces } from './use-card-places.ts';
import type { MarginContent } from './use-margin.ts';
import { useNearText } from './use-near-text.ts';
import { draftKeyOf } from './waiting-draft.ts';
import styles from './card-column.module.css';

/** Cards and tallies beside the words they are about; the open one keeps its place and the others give way. */
export function CardColumn({ content }: { content: MarginContent }) {
  const { state } = useRoom();
  const column = useRef<HTMLDivElement>(null);
  const writing = useObservable(state.writing);
  const near = useNearText();
  const items = useMemo(() => itemsOf(content, near), [content, near]);
  const active = items.find(({ isActive }) => isActive)?.key ?? null;
  const deed = `${active} ${writing === null ? '' : draftKeyOf(writing)}`;
  const { shown, stacks } = useCardPlaces(column, items, { active, deed });
  return (
    <div ref={column} className={styles.column}>
      <NewElsewhere />
      {items
        .filter(({ key }) => shown.has(key) || key === active)
        .map((item) => (
          <Child
            key={item.key}
            item={item}
            openBlock={content.openBlock}
            marksIn={content.marksIn}
          />
        ))}
      {stacks.map(({ key, members }) => (
        <div key={key} data-key={key} className={styles.item}>
          <StackLine ids={members} keys={keysOf(items, members)} />
        </div>
      ))}
    </div>
  );
}

function keysOf(items: readonly MarginItem[], members: readonly string[]): string[] {
  const inStack = new Set(members);
  return items.flatMap(({ key, of }) =>
    inStack.has(key) && of.kind === 'conversation' ? keysIn(of.conversation) : [],
  );
}

type ChildProps = { item: MarginItem } & Pick<MarginContent, 'openBlock' | 'marksIn'>;

/** Drawn anew only when something of it has changed. */
const Child = memo(
  function Child({ item, ...content }: ChildProps) {
    return (
      <div data-key={item.key} data-kind={item.kind} className={styles.item}>
        <ItemView item={item} {...content} />
      </div>
    );
  },
  (a, b) => sameItem(a.item, b.item) && a.openBlock === b.openBlock && a.marksIn === b.marksIn,
);

function ItemView({ item: { of }, openBlock, marksIn }: ChildProps) {
  switch (of.kind) {
    case 'tally':
      return <TallyLine tally={of.tally} open={of.tally.block === openBlock} />;
    case 'draft':
      return <DraftCard draft={of.draft} />;
    case 'open':
      return <OpenCardView open={of.open} marksIn={marksIn} />;
    case 'conversation':
      return (
        <ConversationCard
          conversation={of.conversation}
          marks={marksIn(of.conversation)}
          active={of.picked !== undefined}
          picked={of.picked ?? null}
        />
      );
  }
}
