'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './quiet-actions.module.css';

interface Props {
  /** "Delete" */
  action: string;
  /** Asked before it is done: "Delete it?" */
  question: string;
  onConfirm: () => void;
  /** What asks instead of the word: gets what is to be done when it is pressed. */
  button?: (ask: () => void) => ReactNode;
}

/** A quiet button for what cannot be undone: asks in its own place. */
export function AskTwice({ action, question, onConfirm, button }: Props) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (asking) keep.current?.focus({ preventScroll: true });
  }, [asking]);

  if (!asking) {
    const ask = (): void => setAsking(true);
    if (button !== undefined) return button(ask);
    return (
      <button type="button" className={styles.action} onClick={ask}>
        {action}
      </button>
    );
  }
  return (
    <span role="group" aria-label={question} className={styles.question}>
      {question}
      <button ref={keep} type="button" className={styles.action} onClick={() => setAsking(false)}>
        Keep
      </button>
      <button type="button" className={styles.danger} onClick={onConfirm}>
        {action}
      </button>
    </span>
  );
}
