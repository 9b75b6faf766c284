import type { Records } from '#lib/annotation/record-set.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { votersOn } from '#lib/insight/voters-on.ts';
import type { ReadingMember, ReadingView } from '#lib/protocol/http.ts';
import { Choices } from '../choices.tsx';
import { chosenBy } from '../chosen-by.ts';
import styles from './present.module.css';

export interface NamesView {
  reading: ReadingView;
  members: readonly ReadingMember[];
  /** Null until the socket has told, and where it must not: figures of a blind reading come without names. */
  records: Records | null;
}

/** Who chose what, under the bar. */
export function Names({
  passage,
  view: { members, reading, records },
}: {
  passage: Passage;
  view: NamesView;
}) {
  if (records === null)
    return (
      <p className={styles.about}>
        {reading.phase === 'blind'
          ? 'Names stay off until the reveal.'
          : 'Names come as soon as the page is connected.'}
      </p>
    );
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const votes = votersOn(passage, records.annotations.values());
  const choices = chosenBy(
    { votes, tags: passage.tags },
    '',
    (user) => names.get(user) ?? 'A former member',
  );
  return <Choices choices={choices} className={styles.names} />;
}
