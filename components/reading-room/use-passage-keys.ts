import { useEffect } from 'react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { closeInMargin } from './open-in-margin.ts';
import { markPassage, passageInHand, startComment } from './passage-in-hand.ts';
import { isPlain } from './plain-key.ts';
import type { Room } from './room.ts';

/** 1, 2, 3 and c do what the toolbar does; Escape goes back one step. Dead in fields. */
export function usePassageKeys(room: Room): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPlain(event)) return;
      if (event.key === 'Escape') return goBack(room);
      const passage = passageInHand(room);
      if (passage === null) return;
      const tag = DEFAULT_CODEBOOK.find(({ key }) => key === event.key);
      if (tag === undefined && event.key !== 'c') return;
      event.preventDefault();
      if (tag === undefined) startComment(room, passage);
      else markPassage(room, passage, tag.id);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [room]);
}

function goBack(room: Room): void {
  if (closeInMargin(room)) return;
  document.getSelection()?.removeAllRanges();
  room.state.cursor.set(null);
}
