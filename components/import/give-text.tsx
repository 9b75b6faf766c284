'use client';
import { useRouter } from 'next/navigation';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import { FileButton } from './file-button.tsx';
import { handOver } from './handed-over.ts';
import { askProposal } from './submission.ts';
import { useFileDrop } from './use-file-drop.ts';
import styles from './give-text.module.css';

/** Under a digest: the place for the article's own text. What is dropped here is looked over on the import page. */
export function GiveText({ group, title }: { group: string; title: string }) {
  const router = useRouter();
  const { error, busy, run } = useRequest();
  const { over, handlers } = useFileDrop(take);
  const href = `/articles/new?group=${encodeURIComponent(group)}`;

  async function take(file: File): Promise<void> {
    const answer = await run(() => askProposal({ kind: 'file', file }));
    if (!answer.ok) return;
    handOver(answer.value);
    router.push(href);
  }

  return (
    <div
      role="group"
      className={styles.give}
      data-over={over}
      aria-label={`The text of ${title}`}
      {...handlers}
    >
      <p>
        Have the article itself? Drop its text here. It gets a reading of its own beside this
        digest.
      </p>
      <div className={styles.ways}>
        <FileButton onFile={take} disabled={busy} />
        <LinkButton href={href}>Paste the text</LinkButton>
      </div>
      {error !== null && <Notice kind="error">{error}</Notice>}
    </div>
  );
}
