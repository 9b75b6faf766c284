import { counted } from '#components/ui/counted.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { ReadingMember } from '#lib/protocol/http.ts';
import { leadWords } from './lead-words.ts';
import { marksInWords } from './marks-in-words.ts';
import styles from './lead.module.css';

interface Props {
  insight: ReadingInsight;
  /** Passages listed as contested. */
  contested: number;
  /** Of the group. */
  members: readonly ReadingMember[];
}

/** One plain sentence with what is known, below it what it is counted from and who is done. No coefficient. */
export function Lead({ insight, contested, members }: Props) {
  const { before, strong, after } = leadWords(insight.agreement, contested);
  return (
    <>
      <p className={styles.lead}>
        {before}
        <b>{strong}</b>
        {after}
      </p>
      <p className={styles.figures}>
        {countsOf(insight, members).join(' · ')} ·{' '}
        <a href="#numbers" className={styles.more}>
          How sure is this?
        </a>
      </p>
      <p className={styles.figures}>{doneInWords(insight, members)}</p>
    </>
  );
}

function countsOf(insight: ReadingInsight, members: readonly ReadingMember[]): string[] {
  const { sentences, shared } = insight.agreement;
  const left = insight.people.filter(({ user }) => !members.some(({ id }) => id === user)).length;
  return [
    marksInWords(insight),
    ...(left > 0
      ? [
          `${left} of them no ${left === 1 ? 'member' : 'members'} any more, whose votes do not count`,
        ]
      : []),
    `the group has ${counted(members.length, 'member')}`,
    `two or more people decided on ${shared} of ${counted(sentences, 'sentence')}`,
    ...(insight.comments > 0 ? [counted(insight.comments, 'comment')] : []),
    ...(insight.replies > 0 ? [counted(insight.replies, 'reply', 'replies')] : []),
  ];
}

function doneInWords(
  { agreement: { done, doneSomewhere } }: ReadingInsight,
  members: readonly ReadingMember[],
): string {
  const names = members.filter(({ id }) => done.includes(id)).map(({ name }) => name);
  const partly = doneSomewhere - done.length;
  const also =
    partly > 0
      ? ` ${partly === 1 ? 'One person is' : `${partly} people are`} done with a part of it.`
      : '';
  if (names.length === 0)
    return `Nobody has said that they are done with the whole article.${also}`;
  const are = names.length === 1 ? 'is' : 'are';
  return `${listed(names)} ${are} done with the whole article.${also}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
