import { type RefObject, useEffect } from 'react';
import { openIn } from './open-in-margin.ts';
import type { Passage, Room } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Static text has no caret, so the keyboard goes from sentence to sentence: focus that comes by keyboard sets the cursor
 * to the paragraph being read, arrows move it, Enter opens what is marked there. Focus that comes back from the margin finds it
 * where it was. A pointer ends it.
 */
export function useSentenceCursor(room: Room, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const article = ref.current;
    if (article === null) return undefined;
    const { page, state } = room;
    const { blocks } = page;
    const listening = new AbortController();
    const { signal } = listening;
    const sentences = blocks.flatMap((block) =>
      block.sentences.map(([start, end]): Passage => ({ start, end })),
    );

    let left: Passage | null = null;
    let steppedIn = true;

    const begin = (): void => {
      if (!article.matches(':focus-visible') || state.cursor.get() !== null) return;
      if (left !== null) return state.cursor.set(left);
      if (!steppedIn) return;
      const from = blocks[state.block.get() ?? 0]?.start ?? 0;
      state.cursor.set(sentences.find(({ start }) => start >= from) ?? null);
    };
    const move = (event: KeyboardEvent): void => {
      const cursor = state.cursor.get();
      if (cursor === null || event.target !== article || event.defaultPrevented) return;
      const step = STEPS[event.key];
      if (step === undefined && event.key !== 'Enter') return;
      event.preventDefault();
      if (step === undefined) return openIn(room, cursor);
      const next = sentences[sentences.findIndex(({ start }) => start === cursor.start) + step];
      if (next === undefined) return;
      state.cursor.set(next);
      state.announced.set(page.text.slice(next.start, next.end));
      showOffset(room, next.start);
    };
    const leave = ({ relatedTarget }: FocusEvent): void => {
      const toToolbar =
        relatedTarget instanceof Element && relatedTarget.closest('[role="toolbar"]');
      if (toToolbar !== null && toToolbar !== false) return;
      left = state.cursor.get();
      state.cursor.set(null);
    };
    const point = (): void => {
      left = null;
      steppedIn = false;
    };
    /** Only Tab steps into the text; focus that is given back after another key must not begin anywhere. */
    const press = ({ key }: KeyboardEvent): void => {
      steppedIn = key === 'Tab';
    };
    article.addEventListener('focus', begin, { signal });
    article.addEventListener('keydown', move, { signal });
    article.addEventListener('blur', leave, { signal });
    article.addEventListener('pointerdown', () => state.cursor.set(null), { signal });
    document.addEventListener('pointerdown', point, { signal, capture: true });
    document.addEventListener('keydown', press, { signal, capture: true });
    return () => listening.abort();
  }, [ref, room]);
}
