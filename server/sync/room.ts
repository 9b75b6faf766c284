import type { RecordMap } from '#lib/annotation/record.ts';
import { CLOSE, type Refusal } from '#lib/protocol/sync.ts';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { Broadcast } from './broadcast.ts';
import type { Connection } from './connection.ts';
import type { DurablePlace, DurableUpdate } from './durable-place.ts';
import { type AwarenessEntry, step1Frame } from './outgoing.ts';
import type { PlaceWrites, Write } from './place-writes.ts';
import { RoomPresence } from './presence.ts';
import { ENTRY_REFUSALS, LIMIT_REFUSALS } from './refusals.ts';
import type { StateAnswer } from './state-answer.ts';

/** Cursors of a room leave together, twenty-five times a second. */
const PRESENCE_WINDOW = 40;

export interface RoomDeps {
  durable: DurablePlace;
  clock: () => number;
  /** The last connection left. */
  onEmpty: () => void;
  /** A bug or a broken store; the room is closed already. */
  onBroken: (error: unknown) => void;
}

/** One loaded place and the connections in it: what is durable goes from here to everyone. */
export class Room {
  readonly #deps: RoomDeps;
  readonly #members = new Set<Connection>();
  /** Connections whose first step 1 was answered: they get every update from that position on. */
  readonly #subscribers = new Set<Connection>();
  readonly #broadcast = new Broadcast(this.#subscribers, (connection, frames) =>
    this.#deliver(connection, frames),
  );
  readonly #presence: RoomPresence;
  #writes: PlaceWrites | null = null;
  #broken = false;

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.#presence = new RoomPresence({
      audience: () => this.#members,
      deliver: (connection, frame) => this.#deliver(connection, frame),
      userOf: (client) => this.#writes?.userOf(client),
      claim: (client, userId) => this.#writes?.claimClient(client, userId),
      clock: deps.clock,
      later: (flush) => void setTimeout(flush, PRESENCE_WINDOW).unref(),
    });
  }

  /** Once, before anyone joins: the way into the log. */
  attach(writes: PlaceWrites): void {
    this.#writes = writes;
  }

  get empty(): boolean {
    return this.#members.size === 0;
  }

  /** Nobody is here and nothing is on its way into the log. */
  get idle(): boolean {
    return this.empty && (this.#writes?.idle ?? true);
  }

  get broken(): boolean {
    return this.#broken;
  }

  join(connection: Connection): void {
    this.#members.add(connection);
    this.#presence.greet(connection);
  }

  leave(connection: Connection): void {
    this.#subscribers.delete(connection);
    this.#presence.leave(connection);
    if (this.#members.delete(connection) && this.#members.size === 0) this.#deps.onEmpty();
  }

  /** What answers a step 1; null when the room broke over it. */
  stateAnswer(known: ReadonlyMap<number, number>): StateAnswer | null {
    return this.#guarded(() => this.#deps.durable.answer(known));
  }

  /**
   * Sends the answer to a step 1. The first one also subscribes the connection, in the same turn, so that
   * no update falls between; and asks the client for what the server lacks.
   */
  answer(connection: Connection, { frames }: StateAnswer): void {
    // What the answer holds already goes out first, to those who were there before.
    this.#broadcast.flush();
    for (const frame of frames) connection.sendAnswer(frame);
    if (this.#subscribers.has(connection)) return;
    this.#subscribers.add(connection);
    const stateVector = this.#guarded(() => this.#deps.durable.stateVector());
    if (stateVector !== null) connection.sendAnswer(step1Frame(stateVector));
  }

  /** See `PlaceWrites.seal`. */
  async seal(): Promise<void> {
    await this.#writes?.seal();
  }

  /** Everybody here is to ask where the reading goes on. */
  moved(): void {
    this.closeAll(CLOSE.moved, ENTRY_REFUSALS.moved);
  }

  /** See `PlaceWrites.submit`. */
  submit(write: Write): Promise<void> | null {
    return this.#writes?.submit(write) ?? null;
  }

  /** See `JudgedPlace.isRemoved`. */
  isRemoved(map: RecordMap, key: string): boolean {
    return this.#writes?.judged.isRemoved(map, key) ?? false;
  }

  settleIfKnown(write: Write): void {
    this.#writes?.settleIfKnown(write);
  }

  announce(connection: Connection, entries: readonly AwarenessEntry[]): boolean {
    return this.#presence.announce(connection, entries);
  }

  /** See `RoomPresence.holds`. */
  isPresent(connection: Connection): boolean {
    return this.#presence.holds(connection);
  }

  greet(connection: Connection): void {
    this.#presence.greet(connection);
  }

  /** Durable records only. Throws when the room broke over it. */
  records(): LoggedRecord[] {
    const records = this.#guarded(() => this.#deps.durable.records());
    if (records === null) throw new Error('The place cannot be read now.');
    return records;
  }

  /** The durable state, garbage-collected. Throws when the room broke over it. */
  state(): Uint8Array {
    const state = this.#guarded(() => this.#deps.durable.state());
    if (state === null) throw new Error('The place cannot be read now.');
    return state;
  }

  /** `origin`: the connection that sent it and has it already. */
  show(durable: DurableUpdate, origin: Connection | null): void {
    this.#guarded(() => this.#deps.durable.add(durable));
    this.#broadcast.add(durable.update, origin);
  }

  /** Closes every connection and shows nothing more: the place is to be loaded again. */
  break(error: unknown): void {
    if (this.#broken) return;
    this.#broken = true;
    this.closeAll(CLOSE.tryLater, ENTRY_REFUSALS.cannotLoad);
    this.#deps.onBroken(error);
  }

  closeAll(code: number, refusal: Refusal | null): void {
    for (const connection of this.#members) connection.close(code, refusal);
  }

  /** A receiver that would miss something is closed, never skipped. */
  #deliver(connection: Connection, frames: Buffer): void {
    if (connection.overfull) connection.close(CLOSE.tryLater, LIMIT_REFUSALS.unread);
    else connection.send(frames);
  }

  /** Whatever fails at the document leaves it in doubt, and a doubtful document is never shown. */
  #guarded<T>(act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      this.break(error);
      return null;
    }
  }
}
