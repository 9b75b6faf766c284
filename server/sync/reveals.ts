import type { Logger } from 'pino';
import type { PlaceId, PlaceLog } from '../store/log.ts';
import { mergeDesk } from './merge-desk.ts';
import { deskOf } from './place-id.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** Brings desks into `shared`. */
export interface Reveals {
  /**
   * The five steps of docs/decisions/0001, for one desk as the log names it. Does what is missing: again, after a
   * crash, or by two at once gives the same. Rejects when log or rooms are broken; then it can be repeated.
   */
  reveal(desk: PlaceId): Promise<void>;
  /** Completes a reveal that was begun. Whether the desk is a revealed one now. */
  finish(desk: PlaceId): Promise<boolean>;
}

export interface RevealDeps {
  log: PlaceLog;
  rooms: Rooms;
  logger: Logger;
}

export function createReveals({ log, rooms, logger }: RevealDeps): Reveals {
  const underWay = new Map<string, Promise<void>>();

  const merge = async (desk: PlaceId, user: string): Promise<void> => {
    const { left } = await mergeDesk({
      user,
      desk: await sealedRoom(rooms, desk),
      deskName: desk.place,
      shared: () => loaded(rooms, { reading: desk.reading, place: 'shared' }),
    });
    if (left > 0) logger.warn({ ...desk, left }, 'records of a desk could not be revealed');
  };

  const inSteps = async (desk: PlaceId): Promise<void> => {
    const owner = deskOf(desk.place);
    if (owner === null) throw new Error(`${desk.place} is no desk`);
    const { revealed } = await log.sealState(desk);
    if (!revealed) {
      await log.seal(desk);
      await merge(desk, owner.user);
    }
    (await rooms.get(desk))?.moved();
  };

  const reveal = (desk: PlaceId): Promise<void> => {
    const name = `${desk.reading}/${desk.place}`;
    const running = underWay.get(name) ?? inSteps(desk).finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };

  return {
    reveal,
    async finish(desk) {
      const { sealed, revealed } = await log.sealState(desk);
      if (sealed && !revealed) await reveal(desk);
      return sealed;
    },
  };
}

/** With all that the log has of the place, and closed to what this process still had queued. */
async function sealedRoom(rooms: Rooms, desk: PlaceId): Promise<Room> {
  const room = await loaded(rooms, desk);
  await room.seal();
  if (room.broken) throw new Error('The desk cannot be read now.');
  return room;
}

async function loaded(rooms: Rooms, id: PlaceId): Promise<Room> {
  const room = await rooms.get(id);
  if (room === null) throw new Error(`${id.reading} is no reading`);
  return room;
}
