'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { ReadingView } from '#lib/protocol/http.ts';
import { Time } from '#components/ui/time.tsx';
import { DoneButton } from './done-button.tsx';
import { mayModerate, whyNotWrite } from './permissions.ts';
import { RevealedLine } from './revealed-line.tsx';
import { type Room, useRoom } from './room.ts';
import { sayWhyNot } from './say-why-not.ts';
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
        {reading.role === 'observer' && ' You read along as an observer.'}
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

/**
 * When what it says is other than when one came, says it by the room's one announcer; to who may not mark any more, also where they
 * read, with what they still can do.
 */
function useSaidAnew(room: Room, line: RefObject<HTMLDivElement | null>, what: string): void {
  const why = whyNotWrite(room.page.reading);
  const said = useRef({ what, why });
  useEffect(() => {
    const before = said.current;
    said.current = { what, why };
    if (before.why === null && why !== null) sayWhyNot(room);
    else if (before.what !== what) room.state.announced.set(line.current?.textContent ?? '');
  }, [room, line, what, why]);
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
