import { Check, ChevronDown, Plus, Users } from 'lucide-react';
import { Menu, MenuLine, MenuLink } from '#components/ui/menu.tsx';
import type { GroupView } from '#lib/protocol/http.ts';
import { groupPageTitle } from '#components/group/role-words.ts';
import styles from './group-menu.module.css';

/** Switches between my groups, and leads to the people of this one. */
export function GroupMenu({ groups, group }: { groups: readonly GroupView[]; group: GroupView }) {
  const button = (
    <>
      <span className={styles.name}>{group.name}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </>
  );
  return (
    <Menu label={`Group ${group.name}`} button={button} align="start">
      {groups.length > 1 && (
        <>
          {groups.map(({ id, name }) => (
            <MenuLink
              key={id}
              href={`/?group=${encodeURIComponent(id)}`}
              aria-current={id === group.id ? 'true' : undefined}
            >
              <span className={styles.check}>
                {id === group.id && <Check size={16} aria-hidden="true" />}
              </span>
              {name}
            </MenuLink>
          ))}
          <MenuLine />
        </>
      )}
      <MenuLink href={`/groups/${encodeURIComponent(group.id)}`}>
        <Users size={16} aria-hidden="true" /> {groupPageTitle(group.role)}
      </MenuLink>
      <MenuLink href="/groups/new">
        <Plus size={16} aria-hidden="true" /> New group
      </MenuLink>
    </Menu>
  );
}
