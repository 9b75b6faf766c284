'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { type Elsewhere, useNewElsewhere } from './use-new-elsewhere.ts';
import styles from './new-elsewhere.module.css';

/** `3 new above`: what came while I was here and stands out of view; leads to the nearest. */
export function NewElsewhere() {
  const { above, below } = useNewElsewhere();
  return (
    <>
      <Line side="above" arrived={above} />
      <Line side="below" arrived={below} />
    </>
  );
}

function Line({ side, arrived }: { side: 'above' | 'below'; arrived: readonly Elsewhere[] }) {
  const room = useRoom();
  const nearest = side === 'above' ? arrived.at(-1) : arrived[0];
  if (nearest === undefined) return null;
  const go = (): void => {
    openAnnotation(room, nearest.annotation);
    showOffset(room, nearest.offset);
  };
  return (
    <div className={styles.edge} data-side={side}>
      <button type="button" className={styles.line} onClick={go}>
        {side === 'above' ? (
          <ArrowUp size={14} aria-hidden="true" />
        ) : (
          <ArrowDown size={14} aria-hidden="true" />
        )}
        {arrived.length} new {side}
      </button>
    </div>
  );
}
