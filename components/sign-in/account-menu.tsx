'use client';
import { KeyRound, LogOut, MonitorX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Menu, MenuItem, MenuLine, MenuNote } from '#components/ui/menu.tsx';
import { ThemeSwitch } from '#components/ui/theme-switch.tsx';
import type { Myself } from '#lib/protocol/http.ts';
import { LockOutDialog } from './lock-out-dialog.tsx';
import { ReturnLinkDialog } from './return-link-dialog.tsx';
import { goTo } from './go-to.ts';
import { signOutHere } from './sign-out.ts';

interface Props {
  user: Myself;
  /** What the menu's button shows; my initials without it. */
  button?: ReactNode;
  /** Things to do on this page, before those of the account. */
  children?: ReactNode;
}

/** Who I am, the theme, my way back, and out. */
export function AccountMenu({ user, button, children }: Props) {
  const [open, setOpen] = useState<'link' | 'out' | 'everywhere' | null>(null);
  const close = (): void => setOpen(null);

  async function signOutEverywhere(): Promise<string | null> {
    const answer = await askServer<null>('POST', '/api/me/sign-out-everywhere', {});
    if (!answer.ok) return answer.error;
    goTo('/sign-in');
    return null;
  }

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
      <ReturnLinkDialog open={open === 'link'} onClose={close} />
      <LockOutDialog
        action="Sign out"
        open={open === 'out'}
        onClose={close}
        onConfirm={() => signOutHere()}
      />
      {user.canSignIn ? (
        <ConfirmDialog
          title="Sign out everywhere?"
          action="Sign out everywhere"
          open={open === 'everywhere'}
          onClose={close}
          onConfirm={signOutEverywhere}
        >
          <p>
            Every browser in which you are signed in, this one too, has to sign in again. Your marks
            stay.
          </p>
        </ConfirmDialog>
      ) : (
        <LockOutDialog
          action="Sign out everywhere"
          open={open === 'everywhere'}
          onClose={close}
          onConfirm={signOutEverywhere}
        />
      )}
    </>
  );
}
