'use client';
import { type ReactNode, useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { DialogActions } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';

interface Props {
  /** The route that makes it. */
  path?: string;
  /** The dialog's other buttons; `made`: there is a link to take along now. */
  children: (made: boolean) => ReactNode;
}

/** Makes a return link and shows it once: the end of a dialog. */
export function NewReturnLink({ path = '/api/me/return-link', children }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const { error, busy, run } = useRequest();

  async function make(): Promise<void> {
    const answer = await run(() => askServer<{ url: string }>('POST', path, {}));
    if (answer.ok) setUrl(answer.value.url);
  }

  return (
    <>
      {url !== null && <CopyField label="Return link" text={url} />}
      {error !== null && <Notice kind="error">{error}</Notice>}
      <DialogActions>
        {children(url !== null)}
        {url === null && (
          <Button kind="main" disabled={busy} onClick={make}>
            Make a link
          </Button>
        )}
      </DialogActions>
    </>
  );
}
