import type { RoomPlace } from '#lib/client/undo-history.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { counts } from '#lib/insight/insight-of.ts';
import { ownMarkOn } from './mark-changes.ts';
import { mayWriteIn } from './permissions.ts';
import type { Passage, Room, Writing } from './room.ts';

type Here = Pick<Room, 'page' | 'settings' | 'sessions'>;

/** The place that takes my new marks: while _only me_ is on, my own. */
export function placeOfNewMarks({ settings }: Pick<Room, 'settings'>): RoomPlace {
  return settings.onlyMe.get() ? 'private' : 'work';
}

/** Whether I can mark a passage now; in a closed reading and as an observer only for myself. */
export function mayMark({ page, settings }: Pick<Room, 'page' | 'settings'>): boolean {
  return mayWriteIn(page.reading, placeOfNewMarks({ settings }));
}

/** Whether what is being written can be sent from here: an answer or a change goes where what it is about stands. */
export function maySend(room: Room, writing: Writing): boolean {
  if (writing.kind === 'new') return mayMark(room);
  const about = writing.kind === 'reply' ? writing.to : writing.key;
  return mayWriteIn(room.page.reading, room.records.placeOf(about) ?? 'work');
}

/** My mark on exactly this passage among those beside which a new one would stand: a private note never answers for a shared mark. */
export function ownMarkHere(room: Here, passage: Passage): Annotation | null {
  const { records } = room.sessions.get()[placeOfNewMarks(room)];
  return ownMarkOn(records.get(), room.page.user.id, passage);
}

/** Whether this record is mine to change where it stands. */
export function mayChange(
  { page, records }: Room,
  { id, author }: { id: string; author: string },
): boolean {
  return author === page.user.id && mayWriteIn(page.reading, records.placeOf(id) ?? 'work');
}

/** Those that lie wholly in the passage and are mine to change. */
export function myMarksIn(
  room: Room,
  annotations: ReadonlyMap<string, Annotation>,
  { start, end }: Passage,
): Annotation[] {
  return [...annotations.values()].filter(
    (mark) =>
      mark.target.start >= start && mark.target.end <= end && counts(mark) && mayChange(room, mark),
  );
}
