'use client';
import { useEffect, useRef } from 'react';
import { type BlockSummary, createBlockSummaries } from '#lib/client/block-summaries.ts';
import { whenIdle } from '#lib/client/when-idle.ts';
import { placeLabel } from '#components/margin/place-label.ts';
import { counted } from '#components/ui/counted.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { openBlock } from './open-in-margin.ts';
import { useRoom } from './room.ts';
import styles from './block-summaries.module.css';

/** What is marked in each paragraph, as a list of buttons that show when they have the focus. */
export function BlockSummaries() {
  const room = useRoom();
  const { page, records, state } = room;
  const article = useObservable(state.article);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (article === null || list.current === null) return undefined;
    const summaries = createBlockSummaries(list.current, {
      article,
      blocks: page.blocks,
      wordsOf: (block, summary) => `${wordsOf(summary)} ${placeLabel(page.blocks, block)}`,
      open: (block) => openBlock(room, block),
    });
    const work = whenIdle(() => summaries.show(records.shown.get().annotations.values()));
    const end = records.shown.subscribe(() => work.ask());
    work.ask();
    return () => {
      end();
      work.cancel();
      summaries.destroy();
    };
  }, [article, page.blocks, records, room]);

  return <ul ref={list} className={styles.summaries} aria-label="Marks by paragraph" />;
}

function wordsOf({ marks, comments }: BlockSummary): string {
  const marked = counted(marks, 'mark');
  return comments === 0 ? marked : `${marked}, ${counted(comments, 'comment')}`;
}
