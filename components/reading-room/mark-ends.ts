import { growToWords } from '#lib/anchor/grow.ts';
import { type EndMove, movedEnd } from '#lib/anchor/moved-end.ts';
import { targetOf } from '#lib/anchor/target-of.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { pickedId } from './open-in-margin.ts';
import type { MovingEnds, Room } from './room.ts';
import { mayChange } from './where-marks-go.ts';
import { changeMarks, hasRoomToMark } from './write-marks.ts';

/** The open annotation, when it is mine to change, and to be seen. */
export function openOwnMark(room: Room): Annotation | null {
  const id = pickedId(room.state.opened.get());
  const mark = id === null ? undefined : room.records.shown.get().annotations.get(id);
  return mark !== undefined && mayChange(room, mark) ? mark : null;
}

/** Nothing is written until `takeEnds`; what is being moved shows over the text. */
export function beginEnds({ state }: Room, mark: Annotation, by: MovingEnds['by']): void {
  const { start, end } = mark.target;
  state.ends.set({ id: mark.id, passage: { start, end }, by });
  if (by === 'keys')
    state.announced.set(
      'Moving the ends. Arrows move the end by a word, with Shift the start, with Alt by a letter. Enter keeps it, Escape leaves it.',
    );
}

export function moveEnd({ page, state }: Room, move: EndMove): void {
  const ends = state.ends.get();
  if (ends === null) return;
  const passage = movedEnd(page, ends.passage, move);
  state.ends.set({ ...ends, passage });
  state.announced.set(page.text.slice(passage.start, passage.end));
}

/** Puts an end behind (the start: before) the character at `offset`, out to its word unless `exact`. */
export function placeEnd(
  { page, state }: Room,
  end: EndMove['end'],
  offset: number,
  exact: boolean,
): void {
  const ends = state.ends.get();
  if (ends === null) return;
  const asked = { ...ends.passage, [end]: end === 'end' ? offset + 1 : offset };
  if (asked.start >= asked.end) return;
  const passage = exact ? asked : growToWords(page, asked);
  if (passage !== null) state.ends.set({ ...ends, passage });
}

/** Writes the ends as they stand: one step of undo. */
export function takeEnds(room: Room): void {
  const { page, records, state } = room;
  const ends = state.ends.get();
  state.ends.set(null);
  const mark = ends && records.all.get().annotations.get(ends.id);
  if (ends === null || mark === undefined || mark === null) return;
  const { start, end } = ends.passage;
  if (start === mark.target.start && end === mark.target.end) return;
  const target = targetOf({ id: page.reading.revision, text: page.text }, start, end);
  if (target === null || !hasRoomToMark(room, ends.passage)) return;
  const modified = new Date().toISOString();
  changeMarks(room, [{ kind: 'put', annotation: { ...mark, target, modified } }]);
  state.announced.set('The mark has its new ends.');
}

export function leaveEnds({ state }: Room): void {
  state.ends.set(null);
  state.announced.set('The mark is as it was.');
}
