'use client';
import { useEffect } from 'react';
import type { ReadingMember } from '#lib/protocol/http.ts';
import { askServer } from '#components/ui/ask-server.ts';
import { useRoom } from './room.ts';

/** Milliseconds. */
const EVERY = 20_000;

/** At a desk nobody else can be heard, so the page asks who is here and done: while it is looked at, and on coming back to it. */
export function BlindPeople() {
  const { page, state } = useRoom();
  const { id, phase, place } = page.reading;
  const isBlind = phase === 'blind' || place !== 'shared';

  useEffect(() => {
    if (!isBlind) return undefined;
    let left = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const answer = await askServer<ReadingMember[]>('GET', `/api/readings/${id}/members`);
      if (answer.ok && !left) state.members.set(answer.value);
    };
    const timer = setInterval(() => void ask(), EVERY);
    const onReturn = (): void => void ask();
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    void ask();
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
      state.members.set(null);
    };
  }, [isBlind, id, state]);
  return null;
}
