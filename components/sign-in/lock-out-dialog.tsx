'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { NewReturnLink } from './new-return-link.tsx';

interface Props {
  /** On the button: the deed itself. */
  action: string;
  open: boolean;
  onClose: () => void;
  /** Null when it worked, else what went wrong and what to do. */
  onConfirm: () => Promise<string | null>;
}

/** Before somebody without a password signs out: their return link is the only way back. */
export function LockOutDialog({ action, open, onClose, onConfirm }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function leave(): Promise<void> {
    setBusy(true);
    setError(await onConfirm());
    setBusy(false);
  }

  return (
    <Dialog title={`${action}?`} open={open} onClose={onClose}>
      <p>
        You need your return link to come back: you joined with a name only, so there is no password
        to sign in with. Do you have it at hand? If not, make one now and keep it; a new link ends
        the one before.
      </p>
      {error !== null && <Notice kind="error">{error}</Notice>}
      <NewReturnLink>
        {() => (
          <>
            <Button onClick={onClose}>Stay</Button>
            <Button disabled={busy} onClick={leave}>
              {action}
            </Button>
          </>
        )}
      </NewReturnLink>
    </Dialog>
  );
}
