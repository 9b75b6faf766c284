'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import styles from './typing-line.module.css';

/** `Anna is answering`, under the thread that they type in. Nobody is told aloud. */
export function TypingLine({ annotation }: { annotation: string }) {
  const others = useObservable(useRoom().session.presence);
  const names = others.filter(({ typing }) => typing === annotation).map(({ user }) => user.name);
  if (names.length === 0) return null;
  const who = names.length > 2 ? `${names.length} people` : names.join(' and ');
  return (
    <p className={styles.typing}>
      {who} {names.length === 1 ? 'is' : 'are'} answering
    </p>
  );
}
