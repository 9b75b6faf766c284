import type { Logger } from 'pino';
import { checkRecord } from '#lib/annotation/check-record.ts';
import { isLarger } from '#lib/annotation/json-bytes.ts';
import { parsePlace } from '#lib/permission/place.ts';
import { fail } from '#lib/result.ts';
import type { LogEntry, PlaceId, PlaceLog } from '../store/log.ts';
import type { Compaction } from './compaction.ts';
import type { GroupCommit } from './group-commit.ts';
import { judgeFor } from './judge-for.ts';
import type { PlaceState } from './judge/place-state.ts';
import { StructIndex } from './judge/struct-index.ts';
import { wireName } from './place-id.ts';
import { PlaceWrites } from './place-writes.ts';
import type { ReadingClientIds } from './reading-client-ids.ts';
import { RECORD_TOO_LARGE } from './refusals.ts';
import { type PlaceSource, readPlace } from './read-place.ts';
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

/** A place as its log has it, judged and shown from there on. Null: no such reading. Rejects when it cannot be read. */
export async function loadRoom(
  deps: LoadRoomDeps,
  id: PlaceId,
  events: Pick<RoomDeps, 'onEmpty' | 'onBroken'>,
): Promise<Room | null> {
  const { access, clientIds, clock, commits, compaction, limits, log, logger } = deps;
  const name = wireName(id.place);
  const place = parsePlace(name);
  const revision = await access.revision(id.reading);
  if (place === null || revision === null) return null;
  const tags = await access.tags(id.reading);
  const check = recordCheck(revision, tags, clock, limits.recordBytes);
  const source: PlaceSource = {
    id,
    log,
    logger,
    freshState: async () => ({
      index: new StructIndex(),
      clientIds: await clientIds.fresh(id.reading),
      check,
      limits,
    }),
  };
  const tail: LogEntry[] = [];
  const read = await readPlace(source, Infinity, (entry) => tail.push(entry));
  compaction.loaded(id, read.snapshotBytes, tail);
  const durable = new RecordsPlace(name, () => writes.durableView(), read.times);
  const room = new Room({ durable, clock, ...events });
  const writes = new PlaceWrites(
    {
      source,
      commits,
      judge: judgeFor(place),
      checkAnySize: recordCheck(revision, tags, clock, Infinity),
      onDurable(update, origin) {
        compaction.appended(id, update.update);
        room.show(update, origin);
      },
      onSealed: () => room.moved(),
      onEpoch: () => deps.reviewReading(id.reading),
      onBroken: (error) => room.break(error),
    },
    read.state,
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
