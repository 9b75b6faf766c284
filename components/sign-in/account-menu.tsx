'use client';
import { KeyRound, LogOut, MonitorX } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Menu, MenuItem, MenuLine, MenuNote } from '#components/ui/menu.tsx';
import { ThemeSwitch } from '#components/ui/theme-switch.tsx';
import type { Myself } from '#lib/protocol/http.ts';
import type { AccountQuestion } from './account-dialogs.tsx';
import { signOutHere } from './sign-out.ts';

interface Props {
  user: Myself;
  /** What the menu's button shows; my initials without it. */
  button?: ReactNode;
  /** Things to do on this page, before those of the account. */
  children?: ReactNode;
}

/** After the first paint: nobody needs them to see the page. */
const AccountDialogs = lazy(async () => ({
  default: (await import('./account-dialogs.tsx')).AccountDialogs,
}));

/** Who I am, the theme, my way back, and out. */
export function AccountMenu({ user, button, children }: Props) {
  const [open, setOpen] = useState<AccountQuestion | null>(null);

  return (
    <>
      <Menu
        label={`Your menu, ${user.name}`}
        iconOnly
        button={button ?? <Avatar person={user} decorative />}
      >
        <MenuNote>{user.name}</MenuNote>
        <ThemeSwitch />
        <MenuLine />
        {children}
        {children !== undefined && <MenuLine />}
        <MenuItem onSelect={() => setOpen('link')}>
          <KeyRound size={16} aria-hidden="true" /> Return link for another device
        </MenuItem>
        <MenuItem onSelect={() => (user.canSignIn ? signOutHere() : setOpen('out'))}>
          <LogOut size={16} aria-hidden="true" /> Sign out
        </MenuItem>
        <MenuItem onSelect={() => setOpen('everywhere')}>
          <MonitorX size={16} aria-hidden="true" /> Sign out everywhere
        </MenuItem>
      </Menu>
      <Suspense>
        <AccountDialogs canSignIn={user.canSignIn} open={open} onClose={() => setOpen(null)} />
      </Suspense>
    </>
  );
}
