'use client';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import { goTo } from './go-to.ts';
import { signOutHere } from './sign-out.ts';
import styles from './one-button.module.css';

/** Joins as who is signed in already. */
export function JoinAsMe({ code, name }: { code: string; name: string }) {
  const { error, busy, run } = useRequest();

  async function join(): Promise<void> {
    const path = `/api/invites/${encodeURIComponent(code)}`;
    const answer = await run(() =>
      askServer<{ group: string; reading: string | null }>('POST', path, {}),
    );
    if (!answer.ok) return;
    const { group, reading } = answer.value;
    goTo(
      reading === null
        ? `/?group=${encodeURIComponent(group)}`
        : `/readings/${encodeURIComponent(reading)}`,
    );
  }

  return (
    <div className={styles.one}>
      {error !== null && <Notice kind="error">{error}</Notice>}
      <Button kind="main" disabled={busy} onClick={join}>
        Join as {name}
      </Button>
      <Button kind="quiet" onClick={() => signOutHere(`/join/${encodeURIComponent(code)}`)}>
        I am somebody else
      </Button>
    </div>
  );
}
