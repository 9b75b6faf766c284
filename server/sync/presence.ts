import { personColor } from '#lib/protocol/person-color.ts';
import type { Connection } from './connection.ts';
import { type AwarenessEntry, awarenessBytes, awarenessFrame } from './outgoing.ts';
import { presenceFrom } from './presence-state.ts';

/** Characters of JSON that one client may say of itself. */
export const PRESENCE_CHARACTERS = 4096;
/** Stock clients forget a silent one after 30 s; twice that, and no echo of it is under way any more. */
const REMEMBER_DEPARTED = 60_000;
const GONE = 'null';

export interface PresenceDeps {
  /** Who hears of presence: the connections in the room. */
  audience: () => Iterable<Connection>;
  deliver: (connection: Connection, frame: Buffer) => void;
  /** The user whose structs carry this client id (J14), if any do. */
  userOf: (client: number) => string | undefined;
  /** From now on others see the id: nobody else is to write with it. */
  claim: (client: number, userId: string) => void;
  clock: () => number;
  /** Runs `flush` once, a few frames' time from now. */
  later: (flush: () => void) => void;
}

interface Held {
  connection: Connection;
  /** The client's own clock. */
  clock: number;
  /** JSON with the user written by the server. */
  state: string;
}

/**
 * Who is where in one room (docs/SYNC.md, "Awareness"). Others hear states under clocks of the server's:
 * a client that reconnects begins again at a clock that they would take for old. Nobody ever hears of the
 * client id they speak for, because a stock client would take that for its own newest state.
 */
export class RoomPresence {
  readonly #deps: PresenceDeps;
  readonly #clients = new Map<Connection, number>();
  readonly #held = new Map<number, Held>();
  readonly #departed = new Map<number, { userId: string; at: number }>();
  readonly #changed = new Map<number, string>();
  readonly #newcomers = new Set<Connection>();
  #lastClock = 0;
  #scheduled = false;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
  }

  /** The connection will be told every state there is. */
  greet(connection: Connection): void {
    this.#newcomers.add(connection);
    this.#schedule();
  }

  /** Takes what a client says of itself and ignores the rest. False: it says more than it may. */
  announce(connection: Connection, entries: readonly AwarenessEntry[]): boolean {
    for (const entry of entries) {
      const client = this.#clients.get(connection) ?? this.#claim(connection, entry);
      if (client !== entry.client || !this.#isNews(connection, entry)) continue;
      if (entry.state.length > PRESENCE_CHARACTERS) return false;
      this.#hold(connection, entry);
    }
    return true;
  }

  /** Whether others see this connection: it has said something of itself, and not that it left. */
  holds(connection: Connection): boolean {
    const client = this.#clients.get(connection);
    const held = client === undefined ? undefined : this.#held.get(client);
    return held?.connection === connection && held.state !== GONE;
  }

  leave(connection: Connection): void {
    const client = this.#clients.get(connection);
    this.#clients.delete(connection);
    this.#newcomers.delete(connection);
    if (client === undefined || this.#held.get(client)?.connection !== connection) return;
    this.#held.delete(client);
    this.#forgetDeparted();
    this.#departed.set(client, { userId: connection.user.id, at: this.#deps.clock() });
    this.#change(client, GONE);
  }

  /** The client id that the connection speaks for from now on; undefined while it may not have this one. */
  #claim(connection: Connection, { client, clock, state }: AwarenessEntry): number | undefined {
    if (state === GONE) return undefined;
    const userId = connection.user.id;
    const holder = this.#held.get(client);
    const users = [
      this.#deps.userOf(client),
      holder?.connection.user.id,
      // An echo of somebody who has just left must not bring them back under another name.
      this.#departed.get(client)?.userId,
    ];
    if (users.some((user) => user !== undefined && user !== userId)) return undefined;
    // Equal clocks are an echo by the same person's other tab; a later one is that tab come back.
    if (holder !== undefined && clock <= holder.clock) return undefined;
    this.#clients.set(connection, client);
    this.#deps.claim(client, userId);
    return client;
  }

  #isNews(connection: Connection, { client, clock, state }: AwarenessEntry): boolean {
    const held = this.#held.get(client);
    if (held === undefined || clock > held.clock) return true;
    return held.connection === connection && clock === held.clock && state === GONE;
  }

  #hold(connection: Connection, { client, clock, state: claimed }: AwarenessEntry): void {
    const { id } = connection.user;
    const user = { id, name: connection.name, color: personColor(id) };
    const state = JSON.stringify(presenceFrom(claimed, user));
    this.#held.set(client, { connection, clock, state });
    this.#departed.delete(client);
    this.#change(client, state);
  }

  #change(client: number, state: string): void {
    this.#changed.set(client, state);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#deps.later(() => this.#flush());
  }

  #flush(): void {
    this.#scheduled = false;
    const news = [...this.#changed].map(([client, state]) => this.#entry(client, state));
    const newcomers = new Set(this.#newcomers);
    this.#changed.clear();
    this.#newcomers.clear();
    this.#tell(news, (connection) => !newcomers.has(connection));
    this.#tell(newcomers.size > 0 ? this.#everyone() : [], (connection) =>
      newcomers.has(connection),
    );
  }

  /** One frame serves all but those who would hear of themselves. */
  #tell(entries: readonly AwarenessEntry[], wanted: (connection: Connection) => boolean): void {
    if (entries.length === 0) return;
    const encoded = new Map(entries.map((entry) => [entry.client, awarenessBytes(entry)]));
    const shared = awarenessFrame([...encoded.values()]);
    for (const connection of this.#deps.audience()) {
      if (!wanted(connection)) continue;
      const own = this.#clients.get(connection);
      const frame = own !== undefined && encoded.has(own) ? withoutClient(encoded, own) : shared;
      if (frame !== null) this.#deps.deliver(connection, frame);
    }
  }

  #everyone(): AwarenessEntry[] {
    return [...this.#held]
      .filter(([, { state }]) => state !== GONE)
      .map(([client, { state }]) => this.#entry(client, state));
  }

  /** Milliseconds, so that clocks go on rising after a restart. */
  #entry(client: number, state: string): AwarenessEntry {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#deps.clock());
    return { client, clock: this.#lastClock, state };
  }

  #forgetDeparted(): void {
    const oldest = this.#deps.clock() - REMEMBER_DEPARTED;
    for (const [client, { at }] of this.#departed) if (at < oldest) this.#departed.delete(client);
  }
}

function withoutClient(encoded: ReadonlyMap<number, Uint8Array>, own: number): Buffer | null {
  const others = [...encoded].filter(([client]) => client !== own).map(([, bytes]) => bytes);
  return others.length === 0 ? null : awarenessFrame(others);
}
