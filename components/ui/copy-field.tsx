'use client';
import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import styles from './copy-field.module.css';

interface Props {
  /** What the text is: "Invite link". */
  label: string;
  text: string;
  /** On the button. */
  action?: string;
}

/** A line of text to take along, with a button that copies it. */
export function CopyField({ label, text, action = 'Copy link' }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');

  async function copy(): Promise<void> {
    const copied = await copyText(text);
    setState(copied ? 'copied' : 'refused');
    if (!copied) field.current?.select();
  }

  return (
    <span className={styles.copy}>
      <input
        ref={field}
        id={id}
        className={styles.text}
        aria-label={label}
        value={text}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={copy} aria-describedby={id}>
        {state === 'copied' ? (
          <Check size={15} aria-hidden="true" />
        ) : (
          <Copy size={15} aria-hidden="true" />
        )}
        {state === 'copied' ? 'Copied' : action}
      </Button>
      <span role="status" className={styles.status}>
        {state === 'refused' &&
          'Your browser does not let us copy. It is selected: press Ctrl or Cmd and C.'}
      </span>
    </span>
  );
}
