'use client';
import { Ellipsis, Eye, EyeOff, Flame, Highlighter, LogOut, Users } from 'lucide-react';
import { signOutHere } from '#components/sign-in/sign-out.ts';
import { Menu, MenuItem, MenuLine, MenuLink, MenuNote } from '#components/ui/menu.tsx';
import { ThemeSwitch } from '#components/ui/theme-switch.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { hidePlace, placeHidden } from './place-hidden.ts';
import { useRoom } from './room.ts';

/** The theme, what others see of me, the group, and out. */
export function RoomMenu() {
  const { page, state } = useRoom();
  const hidden = useObservable(placeHidden, false);
  const paint = useObservable(state.paint);
  return (
    <Menu label="Menu" iconOnly button={<Ellipsis size={18} aria-hidden="true" />}>
      <MenuNote>{page.user.name}</MenuNote>
      <ThemeSwitch />
      <MenuLine />
      <MenuItem onSelect={() => state.paint.set(paint === 'marks' ? 'heat' : 'marks')}>
        {paint === 'marks' ? (
          <Flame size={16} aria-hidden="true" />
        ) : (
          <Highlighter size={16} aria-hidden="true" />
        )}
        {paint === 'marks' ? 'Show heat' : 'Show marks'}
      </MenuItem>
      <MenuItem onSelect={() => hidePlace(!hidden)}>
        {hidden ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />}
        {hidden ? 'Show where I am' : 'Hide where I am'}
      </MenuItem>
      <MenuLink href={`/groups/${page.reading.group}`}>
        <Users size={16} aria-hidden="true" /> {page.groupName}
      </MenuLink>
      <MenuLine />
      <MenuItem onSelect={() => void signOutHere()}>
        <LogOut size={16} aria-hidden="true" /> Sign out
      </MenuItem>
    </Menu>
  );
}
