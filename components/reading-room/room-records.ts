import { NO_RECORDS, type Records } from '#lib/annotation/record-set.ts';
import { RECORD_MAPS, type RecordMap } from '#lib/annotation/record-maps.ts';
import { type Observable, observable } from '#lib/client/observable.ts';
import type { ReadingSession, RefusedWrite, SaveState } from '#lib/client/reading-session.ts';
import type { RoomPlace } from '#lib/client/undo-history.ts';
import { joinedSaving } from './joined-saving.ts';

/** The places of the reading that are open for me. */
export type RoomSessions = Readonly<Record<RoomPlace, ReadingSession>>;

/** What of all records is to be seen; keeps the maps in which nothing is hidden. */
export type RecordFilter = (all: Records) => Records;

export type PlacedRefusal = RefusedWrite & { place: RoomPlace };

/** What the room's places hold together. Unchanged maps and records stay the same objects. */
export interface RoomRecords {
  /** Of the place where my work goes: what figures count. */
  readonly work: Observable<Records>;
  /** Those, and my private notes. */
  readonly all: Observable<Records>;
  /** All that the filter lets through: what text, margin and strip show. */
  readonly shown: Observable<Records>;
  readonly saving: Observable<SaveState>;
  readonly refused: Observable<readonly PlacedRefusal[]>;
  /** Where the record stands; null when there is none of that key. */
  placeOf(key: string): RoomPlace | null;
  /** Whether it is a note of mine that nobody else sees. Asked of each annotation of a text. */
  isPrivate(annotation: string): boolean;
}

/** Follows whatever sessions are open. A new one shows what the one before it did until it has synced (Z6). */
export function createRoomRecords(
  sessions: Observable<RoomSessions>,
  filter: Observable<RecordFilter | null>,
): RoomRecords {
  const work = observable(NO_RECORDS);
  const all = observable(NO_RECORDS);
  const shown = observable(NO_RECORDS);
  const saving = observable<SaveState>({ kind: 'connecting' });
  const refused = observable<readonly PlacedRefusal[]>([]);
  let own = NO_RECORDS;
  let endings: (() => void)[] = [];

  const show = (): void => shown.set(filter.get()?.(all.get()) ?? all.get());
  const join = (): void => {
    const now = {
      work: sessions.get().work.records.get(),
      own: sessions.get().private.records.get(),
    };
    const joined = joinedRecords(now, { work: work.get(), own, all: all.get() });
    own = now.own;
    work.set(now.work);
    all.set(joined);
    show();
  };
  const save = (): void =>
    saving.set(joinedSaving(sessions.get().work.saving.get(), sessions.get().private.saving.get()));
  const refuse = (): void =>
    refused.set([...refusedIn(sessions.get(), 'work'), ...refusedIn(sessions.get(), 'private')]);
  const follow = (): void => {
    for (const end of endings) end();
    endings = Object.values(sessions.get()).flatMap((session) => [
      session.records.subscribe(join),
      session.saving.subscribe(save),
      session.refused.subscribe(refuse),
    ]);
    for (const update of [join, save, refuse]) update();
  };
  sessions.subscribe(follow);
  filter.subscribe(show);
  follow();

  return {
    work,
    all,
    shown,
    saving,
    refused,
    isPrivate: (annotation) => own.annotations.has(annotation),
    placeOf(key) {
      if (RECORD_MAPS.some((map) => own[map].has(key))) return 'private';
      return RECORD_MAPS.some((map) => work.get()[map].has(key)) ? 'work' : null;
    },
  };
}

interface Joined {
  work: Records;
  own: Records;
  all: Records;
}

/** Both together, each map as the object it was when neither of its parts changed. */
function joinedRecords({ work, own }: Omit<Joined, 'all'>, before: Joined): Records {
  const join = <M extends RecordMap>(map: M): Records[M] => {
    if (own[map].size === 0) return work[map];
    if (work[map] === before.work[map] && own[map] === before.own[map]) return before.all[map];
    return new Map<string, unknown>([...work[map], ...own[map]]) as unknown as Records[M];
  };
  const all: Records = {
    annotations: join('annotations'),
    replies: join('replies'),
    reactions: join('reactions'),
    assessments: join('assessments'),
  };
  return RECORD_MAPS.every((map) => all[map] === before.all[map]) ? before.all : all;
}

function refusedIn(sessions: RoomSessions, place: RoomPlace): PlacedRefusal[] {
  return sessions[place].refused.get().map((write) => ({ ...write, place }));
}
