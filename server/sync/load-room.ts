import type { Logger } from 'pino';
import { checkRecord } from '#lib/annotation/check-record.ts';
import { isLarger } from '#lib/annotation/json-bytes.ts';
import { parsePlace } from '#lib/permission/place.ts';
import { fail } from '#lib/result.ts';
import type { LogEntry, PlaceId, PlaceLog } from '../store/log.ts';
import type { Compaction } from './compaction.ts';
import type { DurablePlace } from './durable-place.ts';
import type { GroupCommit } from './group-commit.ts';
import type { ClientIds } from './judge/client-ids.ts';
import type { PlaceState } from './judge/place-state.ts';
import { StructIndex } from './judge/struct-index.ts';
import { NotesIndex } from './judge-notes/notes-index.ts';
import { wireName } from './place-id.ts';
import type { JudgedPlace } from './judged-place.ts';
import { JudgedNotes } from './judged-notes.ts';
import { JudgedRecords } from './judged-records.ts';
import { NotesPlace } from './notes-place.ts';
import { PlaceWrites } from './place-writes.ts';
import type { ReadingClientIds } from './reading-client-ids.ts';
import { RECORD_TOO_LARGE } from './refusals.ts';
import { type PlaceSource, type ReadPlace, readPlace } from './read-place.ts';
import { RecordsPlace } from './records-place.ts';
import { Room, type RoomDeps } from './room.ts';
import type { SyncAccess, SyncLimits } from './sync-deps.ts';

export interface LoadRoomDeps {
  log: PlaceLog;
  logger: Logger;
  clientIds: ReadingClientIds;
  commits: GroupCommit;
  compaction: Compaction;
  access: SyncAccess;
  limits: SyncLimits;
  clock: () => number;
  /** Reads the standing of the reading's open connections again. */
  reviewReading: (reading: string) => Promise<void>;
}

type Events = Pick<RoomDeps, 'onEmpty' | 'onBroken'>;

/** A place as its log has it, judged and shown from there on. Null: no such reading. Rejects when it cannot be read. */
export async function loadRoom(
  deps: LoadRoomDeps,
  id: PlaceId,
  events: Events,
): Promise<Room | null> {
  const name = wireName(id.place);
  const place = parsePlace(name);
  const revision = await deps.access.revision(id.reading);
  if (place === null || revision === null) return null;
  if (place.kind === 'notes') return open(deps, id, events, notes(deps));
  const tags = await deps.access.tags(id.reading);
  return open(deps, id, events, records(deps, name, revision, tags));
}

/** What differs from one kind of place to the other. */
interface Kind<Judged extends JudgedPlace> {
  empty: (clientIds: ClientIds) => Judged;
  durable: (read: ReadPlace<Judged>, writes: () => PlaceWrites<Judged>) => DurablePlace;
}

function notes({ limits }: LoadRoomDeps): Kind<JudgedNotes> {
  return {
    empty: (clientIds) => new JudgedNotes({ index: new NotesIndex(), clientIds, limits }),
    durable: ({ updates }) => new NotesPlace(updates),
  };
}

function records(
  { clock, limits }: LoadRoomDeps,
  name: string,
  revision: { id: string; text: string },
  tags: ReadonlySet<string>,
): Kind<JudgedRecords> {
  const check = recordCheck(revision, tags, clock, limits.recordBytes);
  const checkAnySize = recordCheck(revision, tags, clock, Infinity);
  return {
    empty: (clientIds) =>
      new JudgedRecords({ index: new StructIndex(), clientIds, check, limits }, checkAnySize),
    durable: ({ judged, times, whole }, writes) =>
      new RecordsPlace(
        name,
        () => writes().judged.view(writes().past()),
        times,
        whole && { state: whole, stateVector: judged.view([]).stateVector() },
      ),
  };
}

async function open<Judged extends JudgedPlace>(
  deps: LoadRoomDeps,
  id: PlaceId,
  events: Events,
  { durable, empty }: Kind<Judged>,
): Promise<Room> {
  const { clientIds, clock, commits, compaction, log, logger } = deps;
  const source: PlaceSource<Judged> = {
    id,
    log,
    logger,
    fresh: async () => empty(await clientIds.fresh(id.reading)),
  };
  const tail: LogEntry[] = [];
  const read = await readPlace(source, Infinity, (entry) => tail.push(entry));
  compaction.loaded(id, read.snapshotBytes, tail);
  const room = new Room({ durable: durable(read, () => writes), clock, ...events });
  const writes = new PlaceWrites(
    {
      source,
      commits,
      onDurable(update, origin) {
        compaction.appended(id, update.update);
        room.show(update, origin);
      },
      onSealed: () => room.moved(),
      onEpoch: () => deps.reviewReading(id.reading),
      onBroken: (error) => room.break(error),
    },
    read,
  );
  room.attach(writes);
  return room;
}

function recordCheck(
  revision: { id: string; text: string },
  tags: ReadonlySet<string>,
  clock: () => number,
  limitBytes: number,
): PlaceState['check'] {
  return (map, key, value) =>
    isLarger(value, limitBytes)
      ? fail(RECORD_TOO_LARGE)
      : checkRecord(map, key, value, { revision, tags, now: clock(), limitBytes: Infinity });
}
