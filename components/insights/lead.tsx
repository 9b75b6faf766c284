import { counted } from '#components/ui/counted.ts';
import type { Insight } from '#lib/insight/insight.ts';
import { marksWithoutTag } from './marks-without-tag.ts';
import styles from './lead.module.css';

interface Props {
  insight: Insight;
  /** Passages listed as contested. */
  contested: number;
  /** Of the group. */
  members: number;
}

/** One plain sentence with what is known, and the figures below it. */
export function Lead({ insight, contested, members }: Props) {
  const apart = marksWithoutTag(insight);
  const who = counted(insight.members, 'person', 'people');
  return (
    <>
      <p className={styles.lead}>
        {capital(who)} made <b>{counted(insight.annotations, 'mark')}</b>
        {contested === 0
          ? '; nobody differs yet.'
          : `; you differ most on ${passagesInWords(contested)}.`}
      </p>
      <p className={styles.figures}>
        {[
          `${insight.members} of ${counted(members, 'member')} marked something`,
          ...(apart === null ? [] : [apart]),
          ...(insight.comments > 0 ? [counted(insight.comments, 'comment')] : []),
          ...(insight.replies > 0 ? [counted(insight.replies, 'reply', 'replies')] : []),
          ...(insight.done > 0
            ? [`${insight.done} ${insight.done === 1 ? 'is' : 'are'} done`]
            : []),
        ].join(' · ')}
      </p>
    </>
  );
}

const NUMBERS = ['', '', 'two', 'three', 'four', 'five'];

function passagesInWords(count: number): string {
  return count === 1 ? 'this passage' : `these ${NUMBERS[count] ?? count} passages`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
