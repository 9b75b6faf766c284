'use client';
import type { FocusEvent } from 'react';
import { TagCounts } from '#components/ui/tag-counts.tsx';
import { openBlock } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { placeLabel } from './place-label.ts';
import type { Tally } from './tallies.ts';
import styles from './tally-line.module.css';

/** `● 7  ◆ 2  ❝ 3`: the bare tags of a paragraph; opens the list of its marks. */
export function TallyLine({ tally, open }: { tally: Tally; open: boolean }) {
  const room = useRoom();
  const { opened } = room.state;

  /** A tally that the keyboard comes to must not stand aside for an open card. */
  function follow({ target }: FocusEvent): void {
    if (!open && target.matches(':focus-visible')) opened.set(null);
  }

  return (
    <button
      type="button"
      className={styles.tally}
      aria-expanded={open}
      onFocus={follow}
      onClick={() => openBlock(room, tally.block)}
    >
      <TagCounts counts={tally.tags} onlyGiven />
      <VisuallyHidden> {placeLabel(room.page.blocks, tally.block)}: list the marks</VisuallyHidden>
    </button>
  );
}
