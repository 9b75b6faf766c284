'use client';
import { useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Result } from '#lib/result.ts';
import { goTo } from './go-to.ts';
import { Welcome } from './welcome.tsx';
import styles from './joined.module.css';

interface Props {
  /** The group's name. */
  group: string;
  /** Where the invite leads. */
  to: string;
  returnLink: Result<{ url: string }>;
}

/** After joining: the way back to one's own marks, shown once. */
export function Joined({ group, to, returnLink }: Props) {
  // The page is still the invite's, whose title asks to join.
  useEffect(() => {
    document.title = `You are in ${group} · Postil`;
  }, [group]);
  return (
    <Welcome title={`You are in ${group}`}>
      <section className={styles.joined} aria-labelledby="way-back">
        <h2 id="way-back" className={styles.title}>
          Keep your way back
        </h2>
        <p>
          This browser knows you from now on. To be yourself on another device, open this link
          there. Whoever has it is you, so keep it to yourself.
        </p>
        {returnLink.ok ? (
          <div className={styles.link}>
            <CopyField label="Your return link" text={returnLink.value.url} />
          </div>
        ) : (
          <Notice kind="error">{returnLink.error}</Notice>
        )}
        <p className={styles.later}>It is shown only now. Your menu makes a new one at any time.</p>
        <Button kind="main" autoFocus onClick={() => goTo(to)}>
          Start reading
        </Button>
      </section>
    </Welcome>
  );
}
