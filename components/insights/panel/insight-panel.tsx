'use client';
import { X } from 'lucide-react';
import { useRef } from 'react';
import close from '#components/margin/close-button.module.css';
import { OpenCardView } from '#components/margin/open-card-view.tsx';
import { Sheet } from '#components/margin/sheet.tsx';
import { useLayout } from '#components/margin/use-layout.ts';
import { useMargin } from '#components/margin/use-margin.ts';
import { closeInsight } from '#components/reading-room/insight-beside.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { ContestedSteps } from './contested-steps.tsx';
import { SentenceCard } from './sentence-card.tsx';
import { useSentence } from './use-sentence.ts';
import styles from './insight-panel.module.css';

/** What the passage in view adds up to, in the margin's place; what is open in the margin stands on top of it. */
export function InsightPanel() {
  const room = useRoom();
  const sheet = useRef<HTMLDialogElement>(null);
  const inSheet = useLayout() === 'sheet';
  const leave = (): void => closeInsight(room);
  return (
    <aside className={styles.panel} aria-label="Insight" data-annotations="" data-insight="">
      {inSheet ? (
        <Sheet sheet={sheet} label="Insight of the passage" isOpen onClose={leave}>
          <ContestedSteps />
          <Inside />
        </Sheet>
      ) : (
        <div className={styles.inner}>
          <div className={styles.top}>
            <ContestedSteps />
            <button
              type="button"
              className={`${close.close} ${styles.close}`}
              aria-label="Close insight"
              onClick={leave}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
          <Inside />
        </div>
      )}
    </aside>
  );
}

function Inside() {
  const { open, marksIn } = useMargin();
  const sentence = useSentence();
  return (
    <>
      {open !== null && (
        <div className={styles.open}>
          <OpenCardView open={open} marksIn={marksIn} />
        </div>
      )}
      {sentence !== null && <SentenceCard sentence={sentence} />}
    </>
  );
}
