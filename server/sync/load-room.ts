import type { Logger } from 'pino';
import { checkRecord } from '#lib/annotation/check-record.ts';
import { fail } from '#lib/result.ts';
import type { LogEntry, PlaceId, PlaceLog } from '../store/log.ts';
import type { Compaction } from './compaction.ts';
import type { GroupCommit } from './group-commit.ts';
import { ClientIds } from './judge/client-ids.ts';
import type { PlaceState } from './judge/place-state.ts';
import { StructIndex } from './judge/struct-index.ts';
import { PlaceWrites } from './place-writes.ts';
import { RECORD_TOO_LARGE } from './refusals.ts';
import { type PlaceSource, readPlace } from './read-place.ts';
import { RecordsPlace } from './records-place.ts';
import { Room, type RoomDeps } from './room.ts';
import type { SyncAccess, SyncLimits } from './sync-deps.ts';

export interface LoadRoomDeps {
  log: PlaceLog;
  logger: Logger;
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
  const { access, clock, commits, compaction, log, logger } = deps;
  const revision = await access.revision(id.reading);
  if (revision === null) return null;
  const check = recordCheck(deps, revision, await access.tags(id.reading));
  const source: PlaceSource = {
    id,
    log,
    logger,
    freshState: async () => ({
      index: new StructIndex(),
      clientIds: await clientIdsOf(log, id.reading),
      check,
      limits: deps.limits,
    }),
  };
  const tail: LogEntry[] = [];
  const read = await readPlace(source, Infinity, (entry) => tail.push(entry));
  compaction.loaded(id, read.snapshotBytes, tail);
  const durable = new RecordsPlace(id.place, () => writes.durableView(), read.times);
  const room = new Room({ durable, clock, ...events });
  const writes = new PlaceWrites(
    {
      source,
      commits,
      onDurable(update, origin) {
        compaction.appended(id, update.update);
        room.show(update, origin);
      },
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
  { clock, limits }: LoadRoomDeps,
  revision: { id: string; text: string },
  tags: ReadonlySet<string>,
): PlaceState['check'] {
  const limitBytes = limits.recordBytes;
  return (map, key, value) =>
    Buffer.byteLength(JSON.stringify(value)) > limitBytes
      ? fail(RECORD_TOO_LARGE)
      : checkRecord(map, key, value, { revision, tags, now: clock(), limitBytes });
}

/** `shared` is a reading's only place so far; with several, they share one of these (J14). */
async function clientIdsOf(log: PlaceLog, reading: string): Promise<ClientIds> {
  const clientIds = new ClientIds();
  for (const [client, user] of await log.clientIds(reading)) clientIds.claim(client, user);
  return clientIds;
}
