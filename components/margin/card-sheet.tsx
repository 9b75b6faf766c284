'use client';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { closeInMargin } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { OpenCardView } from './open-card-view.tsx';
import type { MarginContent } from './use-margin.ts';
import { usePassageAboveSheet } from './use-passage-above-sheet.ts';
import close from './close-button.module.css';
import styles from './card-sheet.module.css';

/** The open card in a sheet from the bottom, 40 % or 90 % high; the text above can still be read and touched. */
export function CardSheet({ content }: { content: MarginContent }) {
  const { open } = content;
  const room = useRoom();
  const sheet = useRef<HTMLDialogElement>(null);
  const [tall, setTall] = useState(false);
  const isOpen = open !== null;
  if (!isOpen && tall) setTall(false);

  // Before the composer in it takes the focus, which showing a dialog moves to the dialog's first button.
  useLayoutEffect(() => {
    if (isOpen) sheet.current?.show();
    else sheet.current?.close();
  }, [isOpen]);
  usePassageAboveSheet(sheet, open);

  return (
    <dialog ref={sheet} className={styles.sheet} data-tall={tall} aria-label="Open in the margin">
      {open !== null && (
        <>
          <div className={styles.top}>
            <button
              type="button"
              className={styles.handle}
              aria-label={tall ? 'Make the sheet lower' : 'Make the sheet taller'}
              aria-expanded={tall}
              onClick={() => setTall(!tall)}
            />
            <button
              type="button"
              className={`${close.close} ${styles.close}`}
              aria-label="Close the sheet"
              onClick={() => closeInMargin(room)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
          <OpenCardView open={open} marksIn={content.marksIn} />
        </>
      )}
    </dialog>
  );
}
