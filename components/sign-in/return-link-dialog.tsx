'use client';
import { useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Whose link: mine without it. */
  member?: { name: string; path: string };
}

/** Makes a return link and shows it once. */
export function ReturnLinkDialog({ open, onClose, member }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const { error, busy, run } = useRequest();

  async function make(): Promise<void> {
    const answer = await run(() =>
      askServer<{ url: string }>('POST', member?.path ?? '/api/me/return-link', {}),
    );
    if (answer.ok) setUrl(answer.value.url);
  }
  function close(): void {
    setUrl(null);
    onClose();
  }

  return (
    <Dialog
      title={member === undefined ? 'Your return link' : `A return link for ${member.name}`}
      open={open}
      onClose={close}
    >
      <p>
        {member === undefined
          ? 'Open it on another device to be yourself there, without a password.'
          : `With it ${member.name} comes back as the same person, on any device.`}{' '}
        Whoever has it can sign in, so give it to nobody else. A new link ends the one before.
      </p>
      {url !== null && <CopyField label="Return link" text={url} />}
      {error !== null && <Notice kind="error">{error}</Notice>}
      <DialogActions>
        <Button onClick={close}>{url === null ? 'Cancel' : 'Done'}</Button>
        {url === null && (
          <Button kind="main" disabled={busy} onClick={make}>
            Make a link
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
