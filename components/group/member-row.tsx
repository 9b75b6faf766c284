'use client';
import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ReturnLinkDialog } from '#components/sign-in/return-link-dialog.tsx';
import { goTo } from '#components/sign-in/go-to.ts';
import { askServer } from '#components/ui/ask-server.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import { Time } from '#components/ui/time.tsx';
import { type Role, ROLES } from '#lib/permission/can.ts';
import type { MemberView } from '#lib/protocol/http.ts';
import type { GroupReading } from './group-reading.ts';
import { RevealDialog } from './reveal-dialog.tsx';
import { ROLE_MEANINGS, withArticle } from './role-words.ts';
import styles from './members.module.css';

interface Props {
  group: string;
  member: MemberView;
  isMe: boolean;
  mayManage: boolean;
  /** Readings in which this member's work can be revealed. */
  blind: readonly GroupReading[];
}

type Open = { what: 'role'; role: Role } | { what: 'remove' } | { what: 'link' } | Reveal | null;
type Reveal = { what: 'reveal'; reading: GroupReading };

export function MemberRow({ group, member, isMe, mayManage, blind }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const path = `/api/groups/${encodeURIComponent(group)}/members/${encodeURIComponent(member.id)}`;

  async function change(method: 'PATCH' | 'DELETE', body?: { role: Role }): Promise<string | null> {
    const answer = await askServer<unknown>(method, path, body);
    if (!answer.ok) return answer.error;
    // Who left has no page here any more.
    if (method === 'DELETE' && isMe) goTo('/');
    else router.refresh();
    return null;
  }
  const role = open?.what === 'role' ? open.role : member.role;

  return (
    <tr>
      <th scope="row">
        <span className={styles.who}>
          <Avatar person={member} size={24} decorative />
          <span>
            {member.name} {isMe && <span className={styles.me}>you</span>}
          </span>
        </span>
      </th>
      <td>{member.role}</td>
      <td className={styles.joined}>
        <Time iso={member.joined} />
      </td>
      {mayManage && (
        <td className={styles.do}>
          <Menu
            label={`What you can do with ${member.name}`}
            iconOnly
            button={<Ellipsis size={18} aria-hidden="true" />}
          >
            {ROLES.filter((other) => other !== member.role).map((other) => (
              <MenuItem key={other} onSelect={() => setOpen({ what: 'role', role: other })}>
                Make {withArticle(other)}
              </MenuItem>
            ))}
            <MenuLine />
            {member.role === 'annotator' &&
              blind.map((reading) => (
                <MenuItem key={reading.id} onSelect={() => setOpen({ what: 'reveal', reading })}>
                  Reveal in “{reading.title}”
                </MenuItem>
              ))}
            {!member.canSignIn && !isMe && (
              <MenuItem onSelect={() => setOpen({ what: 'link' })}>New return link</MenuItem>
            )}
            <MenuItem onSelect={() => setOpen({ what: 'remove' })}>
              {isMe ? 'Leave the group' : 'Remove from the group'}
            </MenuItem>
          </Menu>
          <ConfirmDialog
            title={`Make ${isMe ? 'yourself' : member.name} ${withArticle(role)}?`}
            action={`Make ${withArticle(role)}`}
            open={open?.what === 'role'}
            onClose={close}
            onConfirm={() => change('PATCH', { role })}
          >
            <p>
              Who is {withArticle(role)} {ROLE_MEANINGS[role]}. It holds at once, in open windows
              too; marks made so far stay.
            </p>
          </ConfirmDialog>
          <ConfirmDialog
            title={isMe ? 'Leave this group?' : `Remove ${member.name}?`}
            action={isMe ? 'Leave' : 'Remove'}
            danger
            open={open?.what === 'remove'}
            onClose={close}
            onConfirm={() => change('DELETE')}
          >
            <p>
              {isMe ? 'You lose' : `${member.name} loses`} the readings of this group at once. The
              marks stay where they are; an invite lets people in again.
            </p>
          </ConfirmDialog>
          {open?.what === 'reveal' && (
            <RevealDialog reading={open.reading} only={member} onClose={close} />
          )}
          <ReturnLinkDialog
            open={open?.what === 'link'}
            onClose={close}
            member={{ name: member.name, path: `${path}/return-link` }}
          />
        </td>
      )}
    </tr>
  );
}
