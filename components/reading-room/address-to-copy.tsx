import { useLayoutEffect, useRef } from 'react';
import styles from './short-notice.module.css';

/** An address that no program may copy, selected for who copies it by hand; the focus comes back to where it was. */
export function AddressToCopy({ address }: { address: string }) {
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    const from = document.activeElement;
    const input = field.current;
    input?.focus({ preventScroll: true });
    return () => {
      const isHere = document.activeElement === input;
      if (isHere && from instanceof HTMLElement) from.focus({ preventScroll: true });
    };
  }, []);

  return (
    <input
      ref={field}
      className={styles.address}
      aria-label="Link to this note"
      value={address}
      readOnly
      onFocus={(event) => event.target.select()}
    />
  );
}
