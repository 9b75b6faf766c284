'use client';
import { useLayoutEffect, useRef } from 'react';
import { blockAt } from '#lib/anchor/block-at.ts';
import type { Block } from '#lib/article/document.ts';
import { blockElements } from '#lib/client/dom-offsets.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { openBlock } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { placeLabel } from './place-label.ts';
import { useEdgeTaps } from './use-edge-taps.ts';
import type { MarginContent } from './use-margin.ts';
import { isIn, useNearText } from './use-near-text.ts';
import styles from './noted-lines.module.css';

/** As tall as a finger, also beside a single line. Px. */
const FINGER = 44;

/** On a phone: a thin line beside every paragraph with notes; opens their list. */
export function NotedLines({
  content: { conversations, talliesIn, drafts },
}: {
  content: MarginContent;
}) {
  const room = useRoom();
  const article = useObservable(room.state.article);
  const lines = useRef<HTMLDivElement>(null);
  const { blocks } = room.page;
  const unsent = blocksAt(
    blocks,
    drafts.map(({ offset }) => offset),
  );
  const talked = blocksAt(
    blocks,
    conversations.map(({ start }) => start),
  );
  const near = useNearText();
  const noted = [...new Set([...talliesIn(near).map(({ block }) => block), ...talked, ...unsent])]
    .filter((block) => isIn(near, blocks[block]?.start ?? -1))
    .sort((a, b) => a - b);
  useEdgeTaps(lines, article);

  useLayoutEffect(() => {
    if (article === null || lines.current === null) return undefined;
    const host = lines.current;
    const place = (): void => placeLines(host, blockElements(article));
    const sizes = new ResizeObserver(place);
    sizes.observe(article);
    place();
    return () => sizes.disconnect();
  });

  return (
    <div ref={lines} className={styles.lines}>
      {noted.map((block) => (
        <button
          key={block}
          type="button"
          data-block={block}
          data-unsent={unsent.has(block)}
          className={styles.line}
          aria-label={`${unsent.has(block) ? 'Unsent words and notes' : 'Notes'} ${placeLabel(blocks, block)}`}
          onClick={() => openBlock(room, block)}
        />
      ))}
    </div>
  );
}

function blocksAt(blocks: readonly Block[], offsets: readonly number[]): Set<number> {
  return new Set(offsets.flatMap((offset) => blockAt(blocks, offset)?.index ?? []));
}

function placeLines(host: HTMLElement, blocks: readonly HTMLElement[]): void {
  const origin = host.getBoundingClientRect().top;
  for (const line of host.querySelectorAll<HTMLElement>('[data-block]')) {
    const box = blocks[Number(line.dataset['block'])]?.getBoundingClientRect();
    if (box === undefined) continue;
    const missing = Math.max(0, FINGER - box.height);
    line.style.top = `${box.top - origin - missing / 2}px`;
    line.style.height = `${box.height + missing}px`;
  }
}
