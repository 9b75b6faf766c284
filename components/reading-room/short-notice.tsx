'use client';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { AddressToCopy } from './address-to-copy.tsx';
import { type Notice, useRoom } from './room.ts';
import styles from './short-notice.module.css';

/** A line about what could not be done just now, or what was, with the way back; for eyes and ears. */
export function ShortNotice() {
  const room = useRoom();
  const { notice } = room.state;
  const { words, deed, address }: Notice = asNotice(useObservable(notice));
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  const close = (): void => notice.set('');

  // The button that was pressed goes with what it deleted, maybe in the very commit that shows this: the focus goes on here, not nowhere.
  useEffect(
    () =>
      notice.subscribe(() => {
        isPressed.current = document.activeElement instanceof HTMLButtonElement;
      }),
    [notice],
  );
  useEffect(() => {
    if (deed !== undefined && isPressed.current) button.current?.focus();
  }, [deed]);

  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <div role="group" className={styles.notice} data-shown={words !== ''} onKeyDown={leave}>
      <p role="status">{words}</p>
      {address !== undefined && <AddressToCopy key={address} address={address} />}
      {deed !== undefined && (
        <Button
          ref={button}
          className={styles.deed}
          onClick={() => {
            close();
            deed.run(room);
          }}
        >
          {deed.name}
        </Button>
      )}
      {words !== '' && (
        <button type="button" className={styles.close} aria-label="Close" onClick={close}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function asNotice(notice: string | Notice): Notice {
  return typeof notice === 'string' ? { words: notice } : notice;
}
