'use client';
import type { MouseEvent } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { useRoom } from '#components/reading-room/room.ts';
import styles from './passage-link.module.css';

/** The words that are marked; leads to them. In the wide margin it shows only on focus: the text stands beside. */
export function PassageLink({
  annotation,
  words,
}: {
  annotation: Annotation | undefined;
  words: string;
}) {
  const room = useRoom();
  if (annotation === undefined) return null;

  function go(event: MouseEvent): void {
    event.preventDefault();
    if (annotation === undefined) return;
    openAnnotation(room, annotation.id);
    showOffset(room, annotation.target.start);
  }

  return (
    <a href={`#a=${annotation.id}`} className={styles.passage} onClick={go}>
      {words}
    </a>
  );
}
