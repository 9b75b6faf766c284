import { type RefObject, useEffect } from 'react';
import { cursorAt, movedCursor, type TextCursor } from '#lib/anchor/cursor.ts';
import { offsetOf } from '#lib/client/dom-offsets.ts';
import { firstVisibleOffset } from './first-visible-offset.ts';
import { mayMark } from './where-marks-go.ts';
import type { Room } from './room.ts';

/**
 * Where static text has no caret, the keyboard's cursor is kept: Tab into the text sets it at the sentence being read, a mouse
 * click at the one under it, focus that comes back finds it where it was. What moves it are commands.
 */
export function useCursor(room: Room, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const article = ref.current;
    if (article === null) return undefined;
    const { cursor } = room.state;
    const listening = new AbortController();
    const { signal } = listening;
    let left: TextCursor | null = null;
    let steppedIn = true;
    let byMouse = false;

    const begin = (): void => {
      if (cursor.get() !== null) return;
      if (left !== null) cursor.set(left);
      else if (steppedIn && article.matches(':focus-visible')) cursor.set(cursorWhereIRead(room));
    };
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Element && relatedTarget.closest('[role="toolbar"]') !== null)
        return;
      left = cursor.get();
      cursor.set(null);
    };
    const point = ({ pointerType, target }: PointerEvent): void => {
      left = null;
      steppedIn = false;
      byMouse = pointerType === 'mouse';
      if (target instanceof Node && article.contains(target)) cursor.set(null);
    };
    const click = ({ target }: MouseEvent): void => {
      if (byMouse && isInText(target) && mayMark(room)) cursor.set(cursorAtCaret(room, article));
    };
    /** Only Tab steps into the text; focus that is given back after another key must not begin anywhere. */
    const press = ({ key }: KeyboardEvent): void => {
      steppedIn = key === 'Tab';
    };
    article.addEventListener('focus', begin, { signal });
    article.addEventListener('blur', leave, { signal });
    article.addEventListener('click', click, { signal });
    document.addEventListener('pointerdown', point, { signal, capture: true });
    document.addEventListener('keydown', press, { signal, capture: true });
    return () => listening.abort();
  }, [ref, room]);
}

/** At the first sentence that begins in view. */
export function cursorWhereIRead({ page, state }: Room): TextCursor | null {
  const seen = firstVisibleOffset(state.article.get()) ?? 0;
  const first = cursorAt(page.blocks, seen);
  if (first === null || first.start >= seen) return first;
  return movedCursor(page, first, { by: 'sentence', step: 1 }, false);
}

/** A click leaves the native caret, unseen, at the letters that it hit. Null when it has selected something. */
function cursorAtCaret({ page }: Room, article: HTMLElement): TextCursor | null {
  const selection = document.getSelection();
  if (selection === null || !selection.isCollapsed || selection.anchorNode === null) return null;
  const offset = offsetOf(article, selection.anchorNode, selection.anchorOffset);
  return offset === null ? null : cursorAt(page.blocks, offset);
}

function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[data-start]') !== null &&
    target.closest('[data-not-text]') === null
  );
}
