import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Records } from '#lib/annotation/record-set.ts';
import type { KeptWrite, KeptWrites } from '#lib/client/kept-writes.ts';
import {
  openReadingSession,
  type PresenceState,
  type ReadingSession,
  type RefusedWrite,
} from '#lib/client/reading-session.ts';
import type { Me, ReadingView } from '#lib/protocol/http.ts';
import type { Client } from './client.ts';
import type { Written } from './record-of.ts';
import { until } from './watched.ts';

/** Before the same place is opened again. Milliseconds. */
const PAUSE = 1000;

/**
 * One member in one reading, by the session that the reading page itself uses, over a socket of its own. When the place moves
 * (blind, reveal) it goes where its work goes now; who is not let in any more does nothing.
 */
export class SimulatedMember {
  readonly user: { id: string; name: string };
  readonly #client: Client;
  readonly #kept = keptInMemory();
  #view: ReadingView;
  #session: ReadingSession;
  #left = false;

  private constructor(client: Client, user: { id: string; name: string }, view: ReadingView) {
    this.#client = client;
    this.user = user;
    this.#view = view;
    this.#session = this.#open();
  }

  static async join(client: Client, reading: string): Promise<SimulatedMember> {
    const [{ id, name }, view] = await Promise.all([
      client.get<Me>('/api/me'),
      viewOf(client, reading),
    ]);
    if (view === null) throw new Error(`${name} has no reading ${reading}.`);
    return new SimulatedMember(client, { id, name }, view);
  }

  get reading(): Pick<ReadingView, 'id' | 'revision'> {
    return this.#view;
  }

  /** What this member sees now. */
  get records(): Records {
    return this.#session.records.get();
  }

  get refused(): readonly RefusedWrite[] {
    return this.#session.refused.get();
  }

  mayWrite(): boolean {
    return this.#view.phase !== 'closed' && this.#session.ended.get() === null;
  }

  /** Whether others' work comes to this member: not to a desk. */
  seesOthers(): boolean {
    return this.#view.place === 'shared';
  }

  /** True once `holds` of what this member sees; false when `signal` ends it before. */
  sees(holds: (records: Records) => boolean, signal: AbortSignal): Promise<boolean> {
    return until(this.#session.records, holds, signal);
  }

  show(presence: PresenceState): void {
    this.#session.showPresence(presence);
  }

  write({ map, record }: Written): void {
    this.#session.apply([{ map, key: record.id, value: record }]);
  }

  /** Resolves when the server's log has all that was written, or the session is over. */
  async saved(signal: AbortSignal): Promise<void> {
    const { saving, ended } = this.#session;
    await until(saving, ({ kind }) => kind === 'saved' || ended.get() !== null, signal);
  }

  leave(): void {
    this.#left = true;
    this.#session.close();
  }

  #open(): ReadingSession {
    const { id, place } = this.#view;
    const url = `${this.#client.url.replace(/^http/, 'ws')}/sync`;
    const session = openReadingSession(
      { reading: id, place, user: this.user, url },
      { Socket: socketWith(this.#client.cookieHeader), kept: this.#kept },
    );
    session.ended.subscribe(() => void this.#follow(session));
    return session;
  }

  async #follow(ended: ReadingSession): Promise<void> {
    if (ended.ended.get()?.kind !== 'moved') return;
    const before = this.#view;
    const view = await this.#ask();
    // It can be the same place again (another role, blind and back). Never at once: a server that keeps sending away is not to be flooded.
    if (view?.place === before.place && view.phase === before.phase) await sleep(PAUSE);
    if (view === null || this.#left) return;
    ended.close();
    this.#view = view;
    this.#session = this.#open();
  }

  async #ask(): Promise<ReadingView | null> {
    try {
      return await viewOf(this.#client, this.#view.id);
    } catch (error) {
      // The server may end while it is asked, and then nobody waits for the answer.
      if (this.#left) return null;
      throw error;
    }
  }
}

async function viewOf(client: Client, reading: string): Promise<ReadingView | null> {
  const readings = await client.get<ReadingView[]>('/api/readings');
  return readings.find(({ id }) => id === reading) ?? null;
}

/** The socket of a browser sends the cookie by itself; this one has to be told. */
function socketWith(cookie: string): typeof globalThis.WebSocket {
  class SocketWithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { Cookie: cookie } });
    }
  }
  return SocketWithCookie as unknown as typeof globalThis.WebSocket;
}

/** Instead of IndexedDB. One for all places of a member, so that what a desk left unsent goes on in `shared`. */
function keptInMemory(): KeptWrites {
  const writes = new Map<string, KeptWrite>();
  const slot = ({ map, key }: KeptWrite): string => `${map} ${key}`;
  return {
    all: async () => [...writes.values()],
    keep: async (made) => made.forEach((write) => writes.set(slot(write), write)),
    forget: async (write) => {
      if (writes.get(slot(write))?.stamp === write.stamp) writes.delete(slot(write));
    },
  };
}
