import type { Connection } from './connection.ts';
import { updateFrame } from './outgoing.ts';

/**
 * Updates of a room that became durable in one turn: framed once, put together once, and one buffer for all
 * but those who sent some of them. Who sent one gets the others, as parts of the same buffer.
 */
export class Broadcast {
  readonly #receivers: Iterable<Connection>;
  readonly #deliver: (connection: Connection, frames: Buffer) => void;
  #frames: Buffer[] = [];
  #origins: (Connection | null)[] = [];

  constructor(
    receivers: Iterable<Connection>,
    deliver: (connection: Connection, frames: Buffer) => void,
  ) {
    this.#receivers = receivers;
    this.#deliver = deliver;
  }

  /** `origin`: the connection that sent it and has it already. */
  add(update: Uint8Array, origin: Connection | null): void {
    // Microtasks run in order: what is made known of these updates afterwards comes behind them.
    if (this.#frames.length === 0) queueMicrotask(() => this.flush());
    this.#frames.push(updateFrame(update));
    this.#origins.push(origin);
  }

  /** Hands out what was added so far; before the receivers change. */
  flush(): void {
    const frames = this.#frames;
    const origins = this.#origins;
    if (frames.length === 0) return;
    this.#frames = [];
    this.#origins = [];
    const all = frames.length === 1 ? frames[0] : Buffer.concat(frames);
    if (all === undefined) return;
    const senders = new Set(origins);
    for (const connection of this.#receivers) {
      if (!senders.has(connection)) this.#deliver(connection, all);
      else
        for (const part of partsFor(connection, all, frames, origins))
          this.#deliver(connection, part);
    }
  }
}

/** The stretches of `all` between the connection's own frames. */
function partsFor(
  connection: Connection,
  all: Buffer,
  frames: readonly Buffer[],
  origins: readonly (Connection | null)[],
): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  let to = 0;
  for (const [at, frame] of frames.entries()) {
    if (origins[at] === connection) {
      if (to > from) parts.push(all.subarray(from, to));
      from = to + frame.length;
    }
    to += frame.length;
  }
  if (to > from) parts.push(all.subarray(from, to));
  return parts;
}
