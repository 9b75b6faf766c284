import { type RefObject, useEffect } from 'react';
import { growToWords } from '#lib/anchor/grow.ts';
import { trimRange } from '#lib/anchor/snap-to-words.ts';
import { selectStretch } from '#lib/client/select-stretch.ts';
import { watchSelection, type WatchedSelection } from '#lib/client/selection-watch.ts';
import type { Passage, Room } from './room.ts';

/**
 * Keeps `state.selection` at what is selected in the text, without the spaces around it. What a pointer chose is grown to whole
 * words, and the native selection with it; by touch that stays as it is, for handles that are set by a program can vanish.
 */
export function useSelectedPassage(
  { page, state }: Room,
  ref: RefObject<HTMLElement | null>,
): void {
  const { text, blocks } = page;
  useEffect(() => {
    const article = ref.current;
    if (article === null) return undefined;
    const passageOf = ({ start, end, how }: WatchedSelection): Passage | null =>
      how === 'letters'
        ? trimRange(text, start, end)
        : growToWords({ text, blocks }, { start, end });
    return watchSelection(article, (selected) => {
      const passage = selected && passageOf(selected);
      if (isSame(passage, state.selection.get())) return;
      state.selection.set(passage);
      if (passage === null || selected?.how !== 'mouse') return;
      if (passage.start < selected.start || passage.end > selected.end)
        selectStretch(article, passage);
    });
  }, [ref, state, text, blocks]);
}

function isSame(one: Passage | null, other: Passage | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}
