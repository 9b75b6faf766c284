'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import { rangeOf } from '#lib/client/dom-offsets.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { leaveEnds } from './mark-ends.ts';
import { type Passage, useRoom } from './room.ts';
import { useEndDrag } from './use-end-drag.ts';
import styles from './end-handles.module.css';

type End = 'start' | 'end';

/** Handles at both ends of my open mark, for pointers; by keys `e` does the same, and then a line says how. */
export function EndHandles({ mark }: { mark: Annotation }) {
  const room = useRoom();
  const { state } = room;
  const ends = useObservable(state.ends);
  const writing = useObservable(state.writing);
  const moving = ends?.id === mark.id;
  const { start, end } = moving ? ends.passage : mark.target;

  // What closes the mark while its ends are moved leaves it as it was.
  useEffect(
    () => () => void (state.ends.get()?.id === mark.id && leaveEnds(room)),
    [room, state, mark.id],
  );

  if (writing !== null) return null;
  return (
    <>
      <Handle mark={mark} end="start" start={start} stop={end} />
      <Handle mark={mark} end="end" start={start} stop={end} />
      {moving && ends.by === 'keys' && (
        <p aria-hidden="true" className={styles.hint}>
          <kbd>←</kbd> <kbd>→</kbd> end by word · <kbd>Shift</kbd> start · <kbd>Alt</kbd> by letter
          · <kbd>Enter</kbd> keep · <kbd>Esc</kbd> leave
        </p>
      )}
    </>
  );
}

interface HandleProps {
  mark: Annotation;
  end: End;
  start: number;
  stop: number;
}

function Handle({ mark, end, start, stop }: HandleProps) {
  const room = useRoom();
  const handle = useRef<HTMLSpanElement>(null);
  const drag = useEndDrag(mark, end);

  useLayoutEffect(() => {
    const article = room.state.article.get();
    const element = handle.current;
    if (article === null || element === null) return undefined;
    const place = (): void => placeHandle(element, article, { start, end: stop }, end);
    const resized = new ResizeObserver(place);
    resized.observe(article);
    window.addEventListener('resize', place);
    place();
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', place);
    };
  }, [room, end, start, stop]);

  return (
    <span ref={handle} aria-hidden="true" data-end={end} className={styles.handle} {...drag} />
  );
}

function placeHandle(
  element: HTMLElement,
  article: HTMLElement,
  { start, end }: Passage,
  which: End,
): void {
  const at = which === 'start' ? start : end - 1;
  const box = rangeOf(article, at, at + 1)?.getClientRects()[0];
  element.hidden = box === undefined;
  if (box === undefined) return;
  element.style.left = `${(which === 'start' ? box.left : box.right) + window.scrollX}px`;
  element.style.top = `${box.top + window.scrollY}px`;
  element.style.height = `${box.height}px`;
}
