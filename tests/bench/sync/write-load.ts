import { setTimeout as delay } from 'node:timers/promises';
import { annotationUpdate } from './annotation-update.ts';
import { dismiss, openCrowd } from './crowd.ts';
import type { DriverClient } from './driver-client.ts';
import { Latency } from './latency.ts';
import { forEachOperations } from './operations-of.ts';
import { evenly, within } from './pace.ts';
import type { Server } from './server-process.ts';

/** What came of writing at one rate for some seconds. */
export interface WritesMeasured {
  /** Writes a second. */
  rate: number;
  /** Writes received by somebody else than their writer. */
  delivered: number;
  /** CPU-seconds of the server for 100,000 of them. */
  cpu: number;
  /** Milliseconds from the driver's write to the driver's reading. */
  p99: number;
  /** Everything was written in time and arrived. */
  kept: boolean;
  /** How much of the driver's core the driver took, 0 to 1. */
  driverShare: number;
}

/** Client ids are as long as those that Yjs draws. */
const FIRST_CLIENT = 2 ** 31;
const ARRIVE_WITHIN = 1500;
const SETTLE_WITHIN = 15;

/** A crowd whose members write annotations in turn, each hearing of all others' in its room. */
export class WriteLoad {
  readonly #server: Server;
  readonly #clients: DriverClient[];
  /** By client, then clock. */
  readonly #sentAt: number[][];
  readonly #listeners: number;
  #latency = new Latency();
  #delivered = 0;

  private constructor(server: Server, hear: { load: WriteLoad | null }, clients: DriverClient[]) {
    this.#server = server;
    this.#clients = clients;
    this.#sentAt = clients.map(() => []);
    this.#listeners = (server.seats[0]?.length ?? 1) - 1;
    hear.load = this;
  }

  static async open(server: Server): Promise<WriteLoad> {
    const hear: { load: WriteLoad | null } = { load: null };
    const clients = await openCrowd(server, (own) => ({
      update: (bytes, start, end, isStep2) => {
        if (!isStep2) hear.load?.hear(own, bytes, start, end);
      },
    }));
    return new WriteLoad(server, hear, clients);
  }

  hear(own: number, bytes: Buffer, start: number, end: number): void {
    const now = performance.now();
    forEachOperations(bytes, start, end, (client, clock, count) => {
      const writer = client - FIRST_CLIENT;
      // y-websocket and Hocuspocus send everybody's own writes back: nobody asked for those.
      if (writer === own) return;
      const sentAt = this.#sentAt[writer];
      this.#delivered += count;
      for (let at = 0; at < count; at += 1) this.#latency.add(now - (sentAt?.[clock + at] ?? now));
    });
  }

  async run(rate: number, seconds: number): Promise<WritesMeasured> {
    const frames = this.#frames(Math.round(rate * seconds));
    this.#latency = new Latency();
    this.#delivered = 0;
    const cpuBefore = this.#server.cpuSeconds();
    const driverBefore = process.cpuUsage();
    const took = await evenly(rate, frames.length, (at) => this.#write(at, frames[at]));
    const driver = process.cpuUsage(driverBefore);
    const expected = frames.length * this.#listeners;
    const arrived = await within(ARRIVE_WITHIN, () => this.#delivered >= expected);
    const cpu = this.#server.cpuSeconds() - cpuBefore;
    const delivered = this.#delivered;
    const p99 = this.#latency.quantile(0.99);
    if (!arrived) await this.#settled();
    return {
      rate,
      delivered,
      cpu: (cpu / delivered) * 100_000,
      p99,
      kept: arrived && took < seconds * 1050 + 20,
      driverShare: (driver.user + driver.system) / 1000 / took,
    };
  }

  /** What was too much for the server comes late; the next run is not to hear of it. */
  async #settled(): Promise<void> {
    let before = -1;
    for (let second = 0; second < SETTLE_WITHIN && before !== this.#delivered; second += 1) {
      before = this.#delivered;
      // oxlint-disable-next-line no-await-in-loop -- looked at again and again
      await delay(1000);
    }
  }

  end(): void {
    dismiss(this.#clients);
  }

  /** Made before the clock runs: the driver has enough to do then. */
  #frames(count: number): Buffer[] {
    return Array.from({ length: count }, (_frame, at) => {
      const writer = at % this.#clients.length;
      const client = this.#clients[writer];
      const sentAt = this.#sentAt[writer];
      if (client === undefined || sentAt === undefined) throw new Error('nobody writes');
      const clock = sentAt.push(Number.NaN) - 1;
      const update = annotationUpdate(FIRST_CLIENT + writer, client.seat.user, clock);
      return client.updateFrame(update);
    });
  }

  readonly #next: number[] = [];

  #write(at: number, frame: Buffer | undefined): void {
    const writer = at % this.#clients.length;
    const clock = this.#next[writer] ?? 0;
    this.#next[writer] = clock + 1;
    const sentAt = this.#sentAt[writer];
    if (frame === undefined || sentAt === undefined) throw new Error('nothing to write');
    sentAt[clock] = performance.now();
    this.#clients[writer]?.send(frame);
  }
}
