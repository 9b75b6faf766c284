import { type RefObject, useEffect } from 'react';
import { trimRange } from '#lib/anchor/snap-to-words.ts';
import { watchSelection } from '#lib/client/selection-watch.ts';
import type { Room } from './room.ts';

/** Keeps `state.selection` at what is selected in the text, without the spaces around it. */
export function useSelectedPassage(
  { page, state }: Room,
  ref: RefObject<HTMLElement | null>,
): void {
  const { text } = page;
  useEffect(() => {
    if (ref.current === null) return undefined;
    return watchSelection(ref.current, (selected) =>
      state.selection.set(selected && trimRange(text, selected.start, selected.end)),
    );
  }, [ref, state, text]);
}
