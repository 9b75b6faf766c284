'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './quiet-actions.module.css';

interface Props {
  /** "Delete" */
  action: string;
  /** Asked before it is done: "Delete it?" */
  question: string;
  onConfirm: () => void;
  /** Instead of the word on the button: a picture, the button's look, and its name. */
  picture?: { look: ReactNode; className: string | undefined; name: string };
}

/** A quiet button for what cannot be undone: asks in its own place. */
export function AskTwice({ action, question, onConfirm, picture }: Props) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (asking) keep.current?.focus({ preventScroll: true });
  }, [asking]);

  if (!asking)
    return (
      <button
        type="button"
        className={picture?.className ?? styles.action}
        aria-label={picture?.name}
        title={picture && action}
        onClick={() => setAsking(true)}
      >
        {picture?.look ?? action}
      </button>
    );
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
