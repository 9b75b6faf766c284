'use client';
import type { ReadingView } from '#lib/protocol/http.ts';
import { Time } from '#components/ui/time.tsx';
import { DoneButton } from './done-button.tsx';
import { mayModerate } from './permissions.ts';
import { RevealedLine } from './revealed-line.tsx';
import { useRoom } from './room.ts';
import { useReveal } from './use-reveal.ts';
import styles from './phase-line.module.css';

/** Who sees what in the reading's phase, and until when; takes the same room in every phase, so that no change of it moves the text. */
export function PhaseLine() {
  const room = useRoom();
  const { reading } = room.page;
  const revealed = useReveal(room);
  return (
    <div className={styles.line}>
      <div role="status" className={styles.words}>
        {revealed ? <RevealedLine /> : phaseWords(reading)}
        {!revealed && reading.due !== null && reading.phase !== 'closed' && (
          <>
            {' Due '}
            <Time iso={reading.due} withHour />.
          </>
        )}
      </div>
      <DoneButton />
    </div>
  );
}

function phaseWords(reading: ReadingView): string {
  const { phase, place } = reading;
  const closed = phase === 'closed' ? 'Closed. ' : '';
  if (place !== 'shared')
    return `${closed}Blind: only you and the instructors see your marks until the reveal.`;
  if (phase === 'blind')
    return mayModerate(reading)
      ? 'Blind: until the reveal, members see neither each other’s marks nor yours.'
      : 'Blind: your marks are revealed. You see those of everybody who is through.';
  return closed === ''
    ? 'Open: everybody here sees everybody’s marks.'
    : 'Closed: its marks can be read and copied, and no more are taken.';
}
