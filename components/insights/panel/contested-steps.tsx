'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRoom } from '#components/reading-room/room.ts';
import { Button } from '#components/ui/button.tsx';
import styles from './insight-panel.module.css';

/** From one contested passage to the next: where should we talk? */
export function ContestedSteps() {
  const room = useRoom();
  const go = (step: 1 | -1): void =>
    void import('#components/reading-room/step-through.ts').then(({ goToContested }) =>
      goToContested(room, step),
    );
  return (
    <div className={styles.steps} role="group" aria-label="Contested passages">
      <span aria-hidden="true">Contested</span>
      <Button
        kind="quiet"
        aria-label="Previous contested passage"
        title="Previous contested passage (Shift+x)"
        onClick={() => go(-1)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </Button>
      <Button
        kind="quiet"
        aria-label="Next contested passage"
        title="Next contested passage (x)"
        onClick={() => go(1)}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
