'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import { useView } from './use-view.ts';
import { VIEWS } from './views.ts';
import styles from './view-switch.module.css';

/** How the article is seen; the key v goes from one to the next. */
export function ViewSwitch() {
  const room = useRoom();
  const { state } = room;
  useView(room);
  const shown = useObservable(state.paint, 'marks');

  return (
    <div role="group" aria-label="View (key v)" className={styles.switch}>
      {VIEWS.map(({ view, name }) => (
        <button
          key={view}
          type="button"
          aria-pressed={shown === view}
          className={styles.view}
          onClick={() => state.paint.set(view)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
