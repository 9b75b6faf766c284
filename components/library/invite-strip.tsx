'use client';
import { useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import type { InviteView } from '#lib/protocol/http.ts';
import styles from './invite-strip.module.css';

interface Props {
  group: string;
  /** The group's open invite; null when there is none. */
  link: InviteView | null;
  onlyThisMachine: boolean;
}

/** One link that makes whoever opens it a member. For who may manage the group. */
export function InviteStrip({ group, link, onlyThisMachine }: Props) {
  const [invite, setInvite] = useState(link);
  const { error, busy, run } = useRequest();

  async function make(): Promise<void> {
    const path = `/api/groups/${encodeURIComponent(group)}/invites`;
    const answer = await run(() => askServer<InviteView>('POST', path, { role: 'annotator' }));
    if (answer.ok) setInvite(answer.value);
  }

  return (
    <section className={styles.strip} aria-label="Invite people">
      <div>
        <h2 className={styles.title}>Invite people</h2>
        <p className={styles.words}>
          {onlyThisMachine
            ? 'Only this machine can open the link now.'
            : 'One link, a name is enough.'}
        </p>
      </div>
      {invite === null ? (
        <Button disabled={busy} onClick={make}>
          Make an invite link
        </Button>
      ) : (
        <CopyField label="Invite link" text={invite.url} />
      )}
      {onlyThisMachine && (
        <p className={styles.reach}>
          To let others on your network in, stop Postil and start it with{' '}
          <code>HOST=0.0.0.0 npm start</code>.
        </p>
      )}
      {error !== null && <Notice kind="error">{error}</Notice>}
    </section>
  );
}
