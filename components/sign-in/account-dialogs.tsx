'use client';
import { askServer } from '#components/ui/ask-server.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { goTo } from './go-to.ts';
import { LockOutDialog } from './lock-out-dialog.tsx';
import { ReturnLinkDialog } from './return-link-dialog.tsx';
import { signOutHere } from './sign-out.ts';

/** What the account menu asks before it does something. */
export type AccountQuestion = 'link' | 'out' | 'everywhere';

interface Props {
  /** As of `Myself`. */
  canSignIn: boolean;
  open: AccountQuestion | null;
  onClose: () => void;
}

export function AccountDialogs({ canSignIn, open, onClose }: Props) {
  return (
    <>
      <ReturnLinkDialog open={open === 'link'} onClose={onClose} />
      <LockOutDialog
        action="Sign out"
        open={open === 'out'}
        onClose={onClose}
        onConfirm={() => signOutHere()}
      />
      {canSignIn ? (
        <ConfirmDialog
          title="Sign out everywhere?"
          action="Sign out everywhere"
          open={open === 'everywhere'}
          onClose={onClose}
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
          onClose={onClose}
          onConfirm={signOutEverywhere}
        />
      )}
    </>
  );
}

async function signOutEverywhere(): Promise<string | null> {
  const answer = await askServer<null>('POST', '/api/me/sign-out-everywhere', {});
  if (!answer.ok) return answer.error;
  goTo('/sign-in');
  return null;
}
