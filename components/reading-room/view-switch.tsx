'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import styles from './view-switch.module.css';

const VIEWS = [
  { paint: 'marks', name: 'Marks' },
  { paint: 'heat', name: 'Heat' },
] as const;

/** How the marks are painted; the key v goes from one to the other. */
export function ViewSwitch() {
  const { state } = useRoom();
  const shown = useObservable(state.paint);

  return (
    <div role="group" aria-label="View (key v)" className={styles.switch}>
      {VIEWS.map(({ paint, name }) => (
        <button
          key={paint}
          type="button"
          aria-pressed={shown === paint}
          className={styles.view}
          onClick={() => state.paint.set(paint)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
