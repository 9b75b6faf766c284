'use client';
import { useState } from 'react';
import type { Myself } from '#lib/protocol/http.ts';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import { goTo } from './go-to.ts';
import { LockOutDialog } from './lock-out-dialog.tsx';
import { signOutHere } from './sign-out.ts';
import styles from './one-button.module.css';

interface Props {
  code: string;
  user: Myself;
  /** Of the group already: then it only leads there. */
  isMember: boolean;
}

/** Joins as who is signed in already. */
export function JoinAsMe({ code, user, isMember }: Props) {
  const { error, busy, run } = useRequest();
  const [leaving, setLeaving] = useState(false);
  const signOut = (): Promise<string | null> => signOutHere(`/join/${encodeURIComponent(code)}`);

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
        {isMember ? 'Go on' : 'Join'} as {user.name}
      </Button>
      <Button kind="quiet" onClick={() => (user.canSignIn ? signOut() : setLeaving(true))}>
        I am somebody else
      </Button>
      <LockOutDialog
        action="Sign out"
        open={leaving}
        onClose={() => setLeaving(false)}
        onConfirm={signOut}
      />
    </div>
  );
}
