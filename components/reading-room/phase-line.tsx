'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { ReadingView } from '#lib/protocol/http.ts';
import { Time } from '#components/ui/time.tsx';
import { DoneButton } from './done-button.tsx';
import { mayModerate } from './permissions.ts';
import { RevealedLine } from './revealed-line.tsx';
import { type Room, useRoom } from './room.ts';
import { useReveal } from './use-reveal.ts';
import styles from './phase-line.module.css';

/** Who sees what in the reading's phase, and until when; takes the same room in every phase, so that no change of it moves the text. */
export function PhaseLine() {
  const room = useRoom();
  const { reading } = room.page;
  const revealed = useReveal(room);
  const line = useRef<HTMLDivElement>(null);
  useSaidAnew(room, line, `${reading.phase} ${reading.place} ${revealed}`);
  return (
    <div className={styles.line}>
      <div ref={line} className={styles.words}>
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

/** Says the line's words by the room's one announcer, when they are others than those that were there when one came. */
function useSaidAnew({ state }: Room, line: RefObject<HTMLElement | null>, what: string): void {
  const said = useRef(what);
  useEffect(() => {
    if (said.current !== what) state.announced.set(line.current?.textContent ?? '');
    said.current = what;
  }, [what, line, state]);
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
