'use client';
import type { Annotation } from '#lib/annotation/record.ts';
import { votesOf } from '#lib/insight/votes.ts';
import { TagCounts } from '#components/ui/tag-counts.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import { useRoom } from '#components/reading-room/room.ts';
import styles from './conversation-head.module.css';

/** `12 marked · ● 7 ❝ 3 ◆ 2` over a bar: only where several members marked the passage. */
export function ConversationHead({ marks }: { marks: readonly Annotation[] }) {
  const { user } = useRoom().page;
  const votes = votesOf(marks);
  if (votes.members < 2) return null;
  const mineToo = marks.some(({ author }) => author === user.id);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <strong className={styles.number}>{votes.members} marked</strong>
        <TagCounts counts={votes.tags} onlyGiven />
        {mineToo && <span className={styles.me}>you too</span>}
      </div>
      {votes.tagged > 1 && <TagSplitBar counts={votes.tags} height={4} decorative />}
    </header>
  );
}
