'use client';
import type { ReadingView } from '#lib/protocol/http.ts';
import { Notice } from '#components/ui/notice.tsx';
import { mayModerate } from './permissions.ts';

/** The phase the reading is in, where that changes what I see or may do; an open one goes without saying. */
export function PhaseLine({ reading }: { reading: ReadingView }) {
  const words = phaseWords(reading);
  return words === null ? null : <Notice kind="note">{words}</Notice>;
}

function phaseWords(reading: ReadingView): string | null {
  const { phase, place } = reading;
  const closed = phase === 'closed' ? 'Closed. ' : '';
  if (place !== 'shared')
    return `${closed}Blind: only you and the instructors see your marks until the reveal.`;
  if (phase === 'blind')
    return mayModerate(reading)
      ? 'Blind: until the reveal, members do not see each other’s marks, nor yours.'
      : 'Blind: your marks are revealed. You see those of everybody who is through.';
  return closed === '' ? null : 'Closed: its marks can be read, and no more are taken.';
}
