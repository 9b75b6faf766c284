'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { useHeld } from './use-held.ts';
import styles from './typing-line.module.css';

/** `Anna is answering`, under the thread that they type in. Nobody is told aloud. */
export function TypingLine({ annotation }: { annotation: string }) {
  const words = useTypingWords(annotation);
  const hasRoom = useHeld(words !== null);
  return hasRoom ? <p className={styles.typing}>{words ?? '\u00a0'}</p> : null;
}

/** As `TypingLine`, in a line with others. */
export function TypingWords({ annotation }: { annotation: string }) {
  return <span className={styles.words}>{useTypingWords(annotation)}</span>;
}

function useTypingWords(annotation: string): string | null {
  const others = useObservable(useRoom().session.presence);
  const names = others.filter(({ typing }) => typing === annotation).map(({ user }) => user.name);
  if (names.length === 0) return null;
  const who = names.length > 2 ? `${names.length} people` : names.join(' and ');
  return `${who} ${names.length === 1 ? 'is' : 'are'} answering`;
}
