import { observable } from '#lib/client/observable.ts';
import { createThreadStates } from '#lib/client/thread-states.ts';
import { createUndoHistory, type RoomPlace } from '#lib/client/undo-history.ts';
import { takeBack } from './mark-changes.ts';
import { createRoomRecords, type RoomSessions } from './room-records.ts';
import { newRoomState, type RoomParts } from './room.ts';
import { openRoomSettings } from './room-settings.ts';
import { createUnreadMarks } from './unread-marks.ts';
import { createWaitingSession } from './waiting-session.ts';

const PLACES: readonly RoomPlace[] = ['work', 'private'];

/** A room in which no session is open yet. */
export function newRoom(user: string, instructors: ReadonlySet<string> = new Set()): RoomParts {
  const state = newRoomState();
  const waiting = { work: createWaitingSession(), private: createWaitingSession() };
  const sessions = observable<RoomSessions>(waiting);
  const records = createRoomRecords(sessions, state.filter);
  const history = createUndoHistory(user, {
    read: ({ place, map, key }) => sessions.get()[place].records.get()[map].get(key) ?? null,
    write(writes) {
      for (const place of PLACES) {
        const here = writes.filter((write) => write.place === place);
        if (here.length > 0)
          sessions.get()[place].apply(here.map(({ map, key, value }) => ({ map, key, value })));
      }
    },
    remains({ map, key }) {
      const annotation = map === 'annotations' ? records.all.get().annotations.get(key) : undefined;
      if (annotation === undefined) return null;
      const change = takeBack(records.all.get(), annotation, Date.now());
      return change.kind === 'put' ? change.annotation : null;
    },
    refused: records.refused,
  });
  return {
    state,
    sessions,
    open(opened) {
      for (const place of PLACES) waiting[place].handOver(opened[place]);
      sessions.set(opened);
    },
    records,
    history,
    settings: openRoomSettings(user),
    unread: createUnreadMarks(user, records.work),
    threads: createThreadStates(records.work, (id) => instructors.has(id)),
  };
}
