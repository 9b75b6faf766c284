import { type ComponentProps, type PointerEvent, useRef } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import { offsetFromPoint } from '#lib/client/offset-from-point.ts';
import { beginEnds, placeEnd, takeEnds } from './mark-ends.ts';
import { useRoom } from './room.ts';

type DragProps = Pick<
  ComponentProps<'span'>,
  'onMouseDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>;

/** Drags one end of my mark: by words, with Alt by letters. Letting go writes; Escape leaves it as it was. */
export function useEndDrag(mark: Annotation, end: 'start' | 'end'): DragProps {
  const room = useRoom();
  const { state } = room;
  /** From the pointer to the middle of the handle's line: a finger holds the handle, not the words. */
  const toLine = useRef(0);

  function begin(event: PointerEvent<HTMLSpanElement>): void {
    const { currentTarget, clientY, pointerId } = event;
    const { top, height } = currentTarget.getBoundingClientRect();
    toLine.current = top + height / 2 - clientY;
    currentTarget.setPointerCapture(pointerId);
    currentTarget.dataset['held'] = '';
    beginEnds(room, mark, 'pointer');
  }
  function move({ clientX, clientY, altKey }: PointerEvent<HTMLSpanElement>): void {
    const article = state.article.get();
    if (state.ends.get()?.by !== 'pointer' || article === null) return;
    const offset = offsetFromPoint(article, clientX, clientY + toLine.current);
    if (offset !== null) placeEnd(room, end, offset, altKey);
  }
  function finish({ currentTarget }: PointerEvent<HTMLSpanElement>): void {
    delete currentTarget.dataset['held'];
    if (state.ends.get()?.by === 'pointer') takeEnds(room);
  }
  function cancel({ currentTarget }: PointerEvent<HTMLSpanElement>): void {
    delete currentTarget.dataset['held'];
    state.ends.set(null);
  }
  return {
    onMouseDown: (event) => event.preventDefault(),
    onPointerDown: begin,
    onPointerMove: move,
    onPointerUp: finish,
    onPointerCancel: cancel,
  };
}
