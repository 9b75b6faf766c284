'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { Notice } from './notice.tsx';

interface Props {
  title: string;
  /** What happens then, and to whom. */
  children: ReactNode;
  /** On the button: the deed itself, not "OK". */
  action: string;
  danger?: boolean;
  open: boolean;
  onClose: () => void;
  /** Null when it worked, else what went wrong and what to do. */
  onConfirm: () => Promise<string | null>;
}

/** Asks before something that others notice. Stays open with the reason when it did not work. */
export function ConfirmDialog({
  title,
  children,
  action,
  danger = false,
  open,
  onClose,
  onConfirm,
}: Props) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function confirm(): Promise<void> {
    setBusy(true);
    const problem = await onConfirm();
    setBusy(false);
    setError(problem);
    if (problem === null) onClose();
  }

  return (
    <Dialog title={title} open={open} onClose={onClose}>
      {children}
      {error !== null && <Notice kind="error">{error}</Notice>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind={danger ? 'danger' : 'main'} disabled={busy} onClick={confirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
