import { startWriting } from './open-in-margin.ts';
import { mayWrite } from './permissions.ts';
import type { Passage, Room } from './room.ts';
import { hasRoomToMark, tagPassage } from './write-marks.ts';

/** What a tag or comment would be about now: the selected words, else the keyboard's sentence. */
export function passageInHand({ state }: Room): Passage | null {
  return state.selection.get() ?? state.cursor.get();
}

/** Tags the passage and lets go of the selection: the highlight shows in its place. */
export function markPassage(room: Room, passage: Passage, tag: string): void {
  if (!mayWrite(room.page.reading)) return;
  tagPassage(room, passage, tag);
  letGo(room);
}

export function startComment(room: Room, passage: Passage): void {
  if (!mayWrite(room.page.reading) || !hasRoomToMark(room, passage)) return;
  startWriting(room, { kind: 'new', passage });
  letGo(room);
}

function letGo({ state }: Room): void {
  if (state.selection.get() === null) return;
  document.getSelection()?.removeAllRanges();
  state.selection.set(null);
}
