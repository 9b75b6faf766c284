'use client';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import close from './close-button.module.css';
import styles from './card-sheet.module.css';

interface Props {
  sheet: RefObject<HTMLDialogElement | null>;
  label: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet from the bottom, 40 % or 90 % high; the text above can still be read and touched. */
export function Sheet({ sheet, label, isOpen, onClose, children }: Props) {
  const [tall, setTall] = useState(false);
  if (!isOpen && tall) setTall(false);

  // Before the composer in it takes the focus, which showing a dialog moves to the dialog's first button.
  useLayoutEffect(() => {
    if (isOpen) sheet.current?.show();
    else sheet.current?.close();
  }, [sheet, isOpen]);

  return (
    <dialog ref={sheet} className={styles.sheet} data-tall={tall} aria-label={label}>
      {isOpen && (
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
              onClick={onClose}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
