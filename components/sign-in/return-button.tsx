'use client';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import { enter } from './enter.ts';
import { goTo } from './go-to.ts';
import styles from './one-button.module.css';

interface Props {
  token: string;
  name: string;
  /** Where to go then: a path of ours. */
  to: string;
}

/** Opening a return link signs nobody in by itself; this does. */
export function ReturnButton({ token, name, to }: Props) {
  const { error, busy, run } = useRequest();

  async function come(): Promise<void> {
    const answer = await run(() => enter('return', { token }));
    if (answer.ok) goTo(to);
  }

  return (
    <div className={styles.one}>
      {error !== null && <Notice kind="error">{error}</Notice>}
      <Button kind="main" disabled={busy} onClick={come}>
        Continue as {name}
      </Button>
    </div>
  );
}
