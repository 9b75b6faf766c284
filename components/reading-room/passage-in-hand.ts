import { startWriting } from './open-in-margin.ts';
import type { Passage, Room } from './room.ts';
import { sayWhyNot } from './say-why-not.ts';
import { mayMark } from './where-marks-go.ts';
import { hasRoomToMark, tagPassage } from './write-marks.ts';

/** What a tag or comment would be about now: the selected words, else what the keyboard's cursor covers. */
export function passageInHand({ state }: Room): Passage | null {
  return state.selection.get() ?? state.cursor.get();
}

/** Tags the passage and lets go of the selection: the highlight shows in its place. */
export function markPassage(room: Room, passage: Passage, tag: string): void {
  if (!mayMark(room)) return sayWhyNot(room);
  tagPassage(room, passage, tag);
  letGo(room);
}

export function startComment(room: Room, passage: Passage): void {
  if (!mayMark(room)) return sayWhyNot(room);
  if (!hasRoomToMark(room, passage)) return;
  startWriting(room, { kind: 'new', passage });
  letGo(room);
}

function letGo({ state }: Room): void {
  if (state.selection.get() === null) return;
  document.getSelection()?.removeAllRanges();
  state.selection.set(null);
}
