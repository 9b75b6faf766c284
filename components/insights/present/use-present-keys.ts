import { useEffect, useEffectEvent } from 'react';
import type { DeckMove } from '#lib/insight/deck.ts';
import { isForRoom } from '#components/reading-room/plain-key.ts';

const MOVES: Readonly<Record<string, DeckMove>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

interface Deeds {
  move(move: DeckMove): void;
  leave(): void;
  switchNames(): void;
}

/** Arrows, Space, Page Up and Down, Home and End move; `n` shows names or hides them; Escape leaves. */
export function usePresentKeys(deeds: Deeds): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (!isForRoom(event) || ctrlKey || metaKey || altKey) return;
    const move = key === ' ' && shiftKey ? 'previous' : MOVES[key];
    if (key === 'Escape') deeds.leave();
    else if (key.toLowerCase() === 'n') deeds.switchNames();
    else if (move === undefined || isOthers(event, move)) return;
    else deeds.move(move);
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Space presses the button that has the focus; up and down read on in a sentence that is longer than the window. */
function isOthers({ key, target }: KeyboardEvent, move: DeckMove): boolean {
  if (key === ' ') return target instanceof Element && target.closest('a, button') !== null;
  return (key === 'ArrowDown' || key === 'ArrowUp') && canScroll(move);
}

function canScroll(move: DeckMove): boolean {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  return move === 'next' ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0;
}
