'use client';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page.tsx';
import { FileButton } from './file-button.tsx';
import type { Submission } from './submission.ts';
import { useFileDrop } from './use-file-drop.ts';
import { usePastedText } from './use-pasted-text.ts';
import styles from './give-step.module.css';

interface Props {
  onGive: (submission: Submission) => void;
  busy: boolean;
  /** Why what was given last could not be read, and what to do. */
  error: string | null;
}

/** Drop a file, choose one, or paste. What is pasted stays here until the article is added. */
export function GiveStep({ onGive, busy, error }: Props) {
  const pasted = usePastedText();
  const giveFile = (file: File): void => onGive({ kind: 'file', file });
  const { over, handlers } = useFileDrop(giveFile);

  return (
    <div {...handlers}>
      <PageHead
        title="Add an article"
        below="You see every block of it before anything is added."
      />
      <div className={styles.ways}>
        <div className={styles.paste}>
          <TextField
            label="Paste the article"
            hint="From the web page, with headings and quotations, or as plain text. Blank lines part paragraphs."
            rows={16}
            value={pasted.text}
            onChange={(event) => pasted.setText(event.target.value)}
            onPaste={pasted.onPaste}
          />
          {pasted.isFormatted && (
            <label className={styles.formatted}>
              <input
                type="checkbox"
                checked={pasted.keepFormat}
                onChange={(event) => pasted.setKeepFormat(event.target.checked)}
              />
              Use the formatting of the page it comes from
            </label>
          )}
          {error !== null && <Notice kind="error">{error}</Notice>}
          <Button
            kind="main"
            disabled={busy || pasted.text.trim() === ''}
            onClick={() => onGive(pasted.submission())}
          >
            Look at its blocks
          </Button>
        </div>
        <div className={styles.drop} data-over={over}>
          <p className={styles.lead}>Or drop a file</p>
          <p>Plain text, Markdown or a saved web page, in UTF-8.</p>
          <FileButton onFile={giveFile} disabled={busy} />
        </div>
      </div>
    </div>
  );
}
