import type { ReactNode } from 'react';
import styles from './wide-section.module.css';

interface Props {
  title: string;
  /** Called when it is opened. */
  onOpen?: () => void;
  children: ReactNode;
}

/** A part of the page that one opens to read. Printed, it is open. */
export function WideSection({ title, onOpen, children }: Props) {
  return (
    <details
      className={styles.section}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
