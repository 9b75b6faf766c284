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
  /** The command that lets others in while only this machine can open the link; else null. */
  openWith: string | null;
}

/** One link that makes whoever opens it a member. For who may manage the group. */
export function InviteStrip({ group, link, openWith }: Props) {
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
          {openWith === null
            ? 'One link, a name is enough.'
            : 'Only this machine can open the link now.'}
        </p>
      </div>
      {invite === null ? (
        <Button disabled={busy} onClick={make}>
          Make an invite link
        </Button>
      ) : (
        <CopyField label="Invite link" text={invite.url} />
      )}
      {openWith !== null && (
        <p className={styles.reach}>
          To let others on your network in, stop Postil and start it with <code>{openWith}</code>.
        </p>
      )}
      {error !== null && <Notice kind="error">{error}</Notice>}
    </section>
  );
}
