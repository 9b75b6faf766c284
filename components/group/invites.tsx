import { Notice } from '#components/ui/notice.tsx';
import type { InviteView } from '#lib/protocol/http.ts';
import { InviteRow } from './invite-row.tsx';
import { NewInvite } from './new-invite.tsx';
import { Section } from './section.tsx';
import styles from './invites.module.css';

interface Props {
  group: string;
  invites: readonly InviteView[];
  readings: readonly { id: string; title: string }[];
  /** The command that lets others in while only this machine can open the links; else null. */
  openWith: string | null;
}

/** The links that let others in. */
export function Invites({ group, invites, readings, openWith }: Props) {
  return (
    <Section title="Invite links">
      {openWith !== null && (
        <Notice>
          <p>Only this machine can open these links now.</p>
          <p>
            To let others on your network in, stop Postil and start it with <code>{openWith}</code>.
            Behind a web address of your own, set <code>PUBLIC_URL</code> too.
          </p>
        </Notice>
      )}
      {invites.length === 0 ? (
        <p className={styles.none}>
          There is no link. Make one below: whoever opens it joins with a name alone.
        </p>
      ) : (
        <ul className={styles.list}>
          {invites.map((invite) => (
            <InviteRow
              key={invite.code}
              group={group}
              invite={invite}
              reading={readings.find(({ id }) => id === invite.reading)?.title ?? null}
            />
          ))}
        </ul>
      )}
      <NewInvite group={group} readings={readings} />
    </Section>
  );
}
