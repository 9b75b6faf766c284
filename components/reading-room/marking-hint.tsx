'use client';
import { useMemo } from 'react';
import { counts } from '#lib/insight/insight-of.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { mayWrite } from './permissions.ts';
import { useRoom } from './room.ts';
import styles from './marking-hint.module.css';

/** How to mark, for who has not marked anything here yet. Takes no room of the text's. */
export function MarkingHint() {
  const { page, records } = useRoom();
  const { annotations } = useObservable(records.all);
  const saving = useObservable(records.saving);
  const user = page.user.id;
  const isNew = useMemo(
    () => ![...annotations.values()].some((mark) => mark.author === user && counts(mark)),
    [annotations, user],
  );
  if (!isNew || saving.kind === 'connecting') return null;
  if (!mayWrite(page.reading))
    return <p className={styles.hint}>Select words to mark them for yourself alone.</p>;
  return (
    <p className={styles.hint}>
      <span className={styles.keys}>
        Select words, then press 1, 2 or 3 to tag them, C to comment.
      </span>
      <span className={styles.touch}>Select a passage to tag it or comment on it.</span>
    </p>
  );
}
