'use client';
import { hides } from '#lib/insight/filter.ts';
import { nameOf } from '#components/margin/people.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Button } from '#components/ui/button.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { choose, showEverything } from './choose.ts';
import { filterWords } from './filter-words.ts';
import styles from './nothing-found.module.css';

/** Why the list is empty, and what to press. */
export function NothingFound() {
  const room = useRoom();
  const { page, records, state } = room;
  const find = useObservable(state.find);
  const all = useObservable(records.all).annotations.size;
  const words = find.words.trim();
  return (
    <div className={styles.nothing}>
      <p role="status">{reason()}</p>
      {words !== '' && (
        <Button onClick={() => choose(room, { words: '' })}>Clear the search</Button>
      )}
      {hides(find) && all > 0 && (
        <Button onClick={() => showEverything(room)}>Show everything</Button>
      )}
    </div>
  );

  function reason(): string {
    if (all === 0) return 'Nobody has marked anything here yet. Select words to begin.';
    const filter = filterWords(find, (user) => nameOf(page, user));
    if (words === '') return `No note or mark fits: ${filter}.`;
    const among = hides(find) ? ` among what is shown (${filter})` : '';
    return `No note or mark has “${words}”${among}.`;
  }
}
