import type { PlaceId } from '../store/log.ts';
import type { Room, RoomDeps } from './room.ts';

export interface RoomsDeps {
  load: (id: PlaceId, events: Pick<RoomDeps, 'onEmpty' | 'onBroken'>) => Promise<Room | null>;
  /** Milliseconds that a room without connections stays loaded. */
  evictAfter: number;
  onBroken: (id: PlaceId, error: unknown) => void;
  /** Nobody was there for a while: the place is not loaded any more. */
  onPutAway: (id: PlaceId) => void;
}

type Loading = Promise<Room | null>;

/** The places that are loaded: never two rooms for one. */
export class Rooms {
  readonly #deps: RoomsDeps;
  readonly #rooms = new Map<string, Loading>();

  constructor(deps: RoomsDeps) {
    this.#deps = deps;
  }

  /** Loaded, or being loaded. */
  get size(): number {
    return this.#rooms.size;
  }

  /**
   * The room of a place, loaded when it is not; whoever asks meanwhile waits for the same loading. Null: no
   * such reading. Rejects when it cannot be loaded; the next who asks tries anew. To join the room, do it in
   * the turn in which the promise is fulfilled: later it may have been evicted.
   */
  get(id: PlaceId): Loading {
    const name = `${id.reading}/${id.place}`;
    const known = this.#rooms.get(name);
    if (known !== undefined) return known;
    const forget = (): void => {
      if (this.#rooms.get(name) === loading) this.#rooms.delete(name);
    };
    const loading: Loading = this.#load(id, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    this.#rooms.set(name, loading);
    return loading;
  }

  async #load(id: PlaceId, forget: () => void): Loading {
    const evictLater = (): void => {
      setTimeout(() => {
        if (room === null || room.broken) return forget();
        if (!room.idle) return room.empty ? evictLater() : undefined;
        forget();
        this.#deps.onPutAway(id);
      }, this.#deps.evictAfter).unref();
    };
    const onBroken = (error: unknown): void => {
      forget();
      this.#deps.onBroken(id, error);
    };
    const room = await this.#deps.load(id, { onEmpty: evictLater, onBroken });
    // A room is also loaded for an HTTP answer, without anyone ever joining it.
    evictLater();
    return room;
  }
}
