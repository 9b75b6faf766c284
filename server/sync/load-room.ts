import { checkRecord } from '#lib/annotation/check-record.ts';
import { parsePlace } from '#lib/permission/place.ts';
import { fail } from '#lib/result.ts';
import type { PlaceId, PlaceLog } from '../store/log.ts';
import { DurablePlace } from './durable-place.ts';
import type { GroupCommit } from './group-commit.ts';
import { judgeFor } from './judge-for.ts';
import type { PlaceState } from './judge/place-state.ts';
import { StructIndex } from './judge/struct-index.ts';
import { wireName } from './place-id.ts';
import { PlaceWrites } from './place-writes.ts';
import type { ReadingClientIds } from './reading-client-ids.ts';
import { RECORD_TOO_LARGE } from './refusals.ts';
import { replay } from './replay.ts';
import { Room, type RoomDeps } from './room.ts';
import type { SyncAccess, SyncLimits } from './sync-deps.ts';

export interface LoadRoomDeps {
  log: PlaceLog;
  clientIds: ReadingClientIds;
  commits: GroupCommit;
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
  const { access, clientIds, clock, commits, log } = deps;
  const name = wireName(id.place);
  const place = parsePlace(name);
  const revision = await access.revision(id.reading);
  if (place === null || revision === null) return null;
  const tags = await access.tags(id.reading);
  const check = recordCheck(revision, tags, clock, deps.limits.recordBytes);
  const freshState = async (): Promise<PlaceState> => ({
    index: new StructIndex(),
    clientIds: await clientIds.fresh(id.reading),
    check,
    limits: deps.limits,
  });
  const state = await freshState();
  const history = await log.read(id, 0);
  const durable = new DurablePlace(name);
  replay(history.entries, state, (_entry, update) => durable.add(update));
  const room = new Room({ durable, clock, ...events });
  const writes = new PlaceWrites(
    {
      id,
      log,
      commits,
      judge: judgeFor(place),
      checkAnySize: recordCheck(revision, tags, clock, Infinity),
      freshState,
      onDurable: (update, origin) => room.show(update, origin),
      onSealed: () => room.moved(),
      onEpoch: () => deps.reviewReading(id.reading),
      onBroken: (error) => room.break(error),
    },
    state,
    history,
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
    Buffer.byteLength(JSON.stringify(value)) > limitBytes
      ? fail(RECORD_TOO_LARGE)
      : checkRecord(map, key, value, { revision, tags, now: clock(), limitBytes });
}
