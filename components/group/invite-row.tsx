'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Time } from '#components/ui/time.tsx';
import type { InviteView } from '#lib/protocol/http.ts';
import { withArticle } from './role-words.ts';
import styles from './invites.module.css';

interface Props {
  group: string;
  invite: InviteView;
  /** Title of the reading it leads to; null for the library. */
  reading: string | null;
}

export function InviteRow({ group, invite, reading }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);

  async function revoke(): Promise<string | null> {
    const path = `/api/groups/${encodeURIComponent(group)}/invites/${encodeURIComponent(invite.code)}`;
    const answer = await askServer<null>('DELETE', path);
    if (!answer.ok) return answer.error;
    router.refresh();
    return null;
  }

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        Joins as {withArticle(invite.role)}
        <small>
          {reading === null ? 'leads to the library' : `leads to “${reading}”`}
          {' · '}
          {invite.expires === null ? (
            'no end date'
          ) : (
            <>
              until <Time iso={invite.expires} withHour />
            </>
          )}
        </small>
      </div>
      <div className={styles.copy}>
        <CopyField label={`Invite link for ${withArticle(invite.role)}`} text={invite.url} />
      </div>
      <Button
        kind="quiet"
        aria-label={`Revoke the link ${invite.code}`}
        onClick={() => setAsking(true)}
      >
        Revoke
      </Button>
      <ConfirmDialog
        title="Revoke this link?"
        action="Revoke"
        danger
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={revoke}
      >
        <p>Nobody can join with it from then on. Who joined with it stays.</p>
      </ConfirmDialog>
    </li>
  );
}
