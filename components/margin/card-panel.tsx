'use client';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { closeInMargin } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { OpenCardView } from './open-card-view.tsx';
import type { MarginContent } from './use-margin.ts';
import { usePanelPlace } from './use-panel-place.ts';
import close from './close-button.module.css';
import styles from './card-panel.module.css';

/** The open card in a panel over the page; the text stays as wide as it was. */
export function CardPanel({ content }: { content: MarginContent }) {
  const { open } = content;
  const room = useRoom();
  const panel = useRef<HTMLElement>(null);
  usePanelPlace(panel, open);
  if (open === null) return null;
  return (
    <section ref={panel} className={styles.panel} aria-label="Open in the margin">
      {open.kind !== 'marks' && open.kind !== 'stack' && (
        <button
          type="button"
          className={`${close.close} ${styles.close}`}
          aria-label="Close the panel"
          onClick={() => closeInMargin(room)}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
      <OpenCardView open={open} marksIn={content.marksIn} />
    </section>
  );
}
