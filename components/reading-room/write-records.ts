import type { RecordMap, RecordOf } from '#lib/annotation/record.ts';
import type { RecordWrite } from '#lib/client/reading-session.ts';
import type { RoomPlace } from '#lib/client/undo-history.ts';
import type { Room } from './room.ts';
import { placeOfNewMarks } from './where-marks-go.ts';

/**
 * Writes as one step that can be undone: each record in the place where it stands, what answers or judges another beside that one,
 * and a new annotation where my new marks go.
 */
export function writeRecords(room: Room, writes: readonly RecordWrite[]): void {
  const places = new Map<string, RoomPlace>();
  const placeOf = (key: string): RoomPlace | null =>
    room.records.placeOf(key) ?? places.get(key) ?? null;
  const placed = writes.map((write) => {
    const about = aboutOf(write);
    const place =
      placeOf(write.key) ?? (about === null ? null : placeOf(about)) ?? placeForNew(room, write);
    places.set(write.key, place);
    return { ...write, place };
  });
  // What it offers to take back is the last step, which this one is not any more.
  room.state.notice.set('');
  room.history.perform(placed);
}

export function put<M extends RecordMap>(map: M, record: RecordOf<M>): RecordWrite {
  return { map, key: record.id, value: record };
}

export function removal(map: RecordMap, key: string): RecordWrite {
  return { map, key, value: null };
}

function placeForNew(room: Room, { map }: RecordWrite): RoomPlace {
  return map === 'annotations' ? placeOfNewMarks(room) : 'work';
}

/** The key of the record that this one is about. */
function aboutOf({ value }: RecordWrite): string | null {
  if (value === null) return null;
  if ('annotation' in value) return value.annotation;
  return 'on' in value ? value.on : null;
}
