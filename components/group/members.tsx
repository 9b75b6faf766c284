import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { MemberView } from '#lib/protocol/http.ts';
import { MemberRow } from './member-row.tsx';
import type { GroupReading } from './group-reading.ts';
import { Section } from './section.tsx';
import styles from './members.module.css';

interface Props {
  group: string;
  members: readonly MemberView[];
  /** My own id. */
  me: string;
  mayManage: boolean;
  readings: readonly GroupReading[];
}

/** Everybody in the group; equal names come told apart. */
export function Members({ group, members, me, mayManage, readings }: Props) {
  return (
    <Section title="Members">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className={styles.joined}>
              Joined
            </th>
            {mayManage && (
              <th scope="col">
                <VisuallyHidden>What you can do</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              group={group}
              member={member}
              isMe={member.id === me}
              mayManage={mayManage}
              blind={readings.filter(({ phase }) => phase === 'blind')}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
