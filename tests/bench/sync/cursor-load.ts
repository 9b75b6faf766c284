import * as encoding from 'lib0/encoding';
import { dismiss, openCrowd } from './crowd.ts';
import type { DriverClient } from './driver-client.ts';
import { Latency } from './latency.ts';
import { evenly, within } from './pace.ts';
import type { Server } from './server-process.ts';

/** What came of moving cursors for some seconds. */
export interface CursorsMeasured {
  /** Cursor positions received by somebody else. */
  delivered: number;
  /** CPU-seconds of the server for 100,000 of them. */
  cpu: number;
  /** Milliseconds. */
  p99: number;
  kept: boolean;
}

const FIRST_CLIENT = 2 ** 31;
const ARRIVE_WITHIN = 1000;
/** A position says which move it was: `{"cursor":{"start":17, …`. */
const START = Buffer.from('"start":');

/** A crowd in one room whose members move their cursors in turn. */
export class CursorLoad {
  readonly #server: Server;
  readonly #clients: DriverClient[];
  readonly #sentAt: number[] = [];
  /** By listener, then mover: the last move heard of. */
  readonly #last: Int32Array[];
  #latency = new Latency();

  private constructor(server: Server, hear: { load: CursorLoad | null }, clients: DriverClient[]) {
    this.#server = server;
    this.#clients = clients;
    this.#last = clients.map(() => new Int32Array(clients.length).fill(-1));
    hear.load = this;
  }

  static async open(server: Server): Promise<CursorLoad> {
    const hear: { load: CursorLoad | null } = { load: null };
    const clients = await openCrowd(server, (own) => ({
      awareness: (bytes, start, end) => hear.load?.hear(own, bytes, start, end),
    }));
    return new CursorLoad(server, hear, clients);
  }

  /** Entries are told apart by what they say: clocks are the server's own in one case. */
  hear(own: number, bytes: Buffer, start: number, end: number): void {
    const now = performance.now();
    const message = bytes.subarray(start, end);
    let at = message.indexOf(START);
    while (at >= 0) {
      const move = Number.parseInt(message.toString('latin1', at + 8, at + 16), 10);
      this.#arrived(own, move, now);
      at = message.indexOf(START, at + 8);
    }
  }

  #arrived(own: number, move: number, now: number): void {
    const mover = move % this.#clients.length;
    const last = this.#last[own];
    if (mover === own || last === undefined || (last[mover] ?? move) >= move) return;
    last[mover] = move;
    this.#latency.add(now - (this.#sentAt[move] ?? now));
  }

  /** `rate`: moves a second, of all together. */
  async run(rate: number, seconds: number): Promise<CursorsMeasured> {
    const first = this.#sentAt.length;
    const frames = Array.from({ length: Math.round(rate * seconds) }, (_frame, at) =>
      this.#frame(first + at),
    );
    this.#latency = new Latency();
    const before = this.#server.cpuSeconds();
    const took = await evenly(rate, frames.length, (at) => this.#move(first + at, frames[at]));
    const expected = frames.length * (this.#clients.length - 1);
    const arrived = await within(ARRIVE_WITHIN, () => this.#latency.total >= expected);
    const cpu = this.#server.cpuSeconds() - before;
    return {
      delivered: this.#latency.total,
      cpu: (cpu / this.#latency.total) * 100_000,
      p99: this.#latency.quantile(0.99),
      kept: arrived && took < seconds * 1050 + 20,
    };
  }

  end(): void {
    dismiss(this.#clients);
  }

  #frame(move: number): Buffer {
    const mover = move % this.#clients.length;
    const client = this.#clients[mover];
    if (client === undefined) throw new Error('nobody moves');
    const user = { id: client.seat.user, name: `Reader ${mover}`, color: '#30bced' };
    const state = JSON.stringify({ user, cursor: { start: move, end: move } });
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, FIRST_CLIENT + mover);
      encoding.writeVarUint(encoder, Math.floor(move / this.#clients.length) + 1);
      encoding.writeVarString(encoder, state);
    });
    return client.awarenessFrame(update);
  }

  #move(move: number, frame: Buffer | undefined): void {
    if (frame === undefined) throw new Error('nothing to send');
    this.#sentAt[move] = performance.now();
    this.#clients[move % this.#clients.length]?.send(frame);
  }
}
