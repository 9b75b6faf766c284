import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CLOSE } from '#lib/protocol/sync.ts';
import type { PlaceId } from '../store/log.ts';
import { type Admission, type Admitted, admit } from './admit.ts';
import { Connection } from './connection.ts';
import type { GroupCommit } from './group-commit.ts';
import { type TurnedAwayAtDoor, turnedAway } from './may-enter.ts';
import { createRateLimit } from './rate-limit.ts';
import { ENTRY_REFUSALS, LIMIT_REFUSALS, malformed } from './refusals.ts';
import type { Reveals } from './reveals.ts';
import type { Review } from './review.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { Session } from './session.ts';
import type { SyncAddress } from './sync-address.ts';
import type { SyncAccess, SyncLimits } from './sync-deps.ts';
import type { SyncMetrics } from './sync-metrics.ts';
import { type SyncSocket, closeSocket } from './sync-socket.ts';
import { Turns } from './turns.ts';
import type { Visitor, Visitors } from './visitors.ts';

export interface ReceptionDeps {
  access: SyncAccess;
  clock: () => number;
  commits: GroupCommit;
  limits: SyncLimits;
  logger: Logger;
  metrics: SyncMetrics;
  reveals: Reveals;
  review: Review;
  rooms: Rooms;
  visitors: Visitors;
}

/** An upgraded socket, before it is known whose it is. */
interface Arrival {
  socket: SyncSocket;
  wire: Duplex;
  address: SyncAddress;
}

const TOO_LARGE = /TOO_MANY_BUFFERED_PARTS|MESSAGE_LENGTH|DATA_PAYLOAD_LENGTH/;

/** What `ws` found in the frames themselves, and has closed the socket for. */
function isProtocolError(error: Error): error is Error & { code: string } {
  return 'code' in error && String(error.code).startsWith('WS_ERR_');
}

function ruleOf({ code }: { code: string }): string {
  return TOO_LARGE.test(code) ? 'Q6' : 'S6';
}

const placeOf = ({ reading, place }: SyncAddress): PlaceId => ({ reading, place });

const NO_SUCH_PLACE = turnedAway(CLOSE.notFound, ENTRY_REFUSALS.notFound);
const CANNOT_LOAD = turnedAway(CLOSE.tryLater, ENTRY_REFUSALS.cannotLoad);

/** Every socket from its upgrade to its end. */
export class Reception {
  readonly #deps: ReceptionDeps;
  readonly #sockets = new Set<SyncSocket>();
  readonly #connections = new Map<Connection, Room>();
  readonly #turns = new Turns();
  #reviews = 0;
  #closing = false;

  constructor(deps: ReceptionDeps) {
    this.#deps = deps;
  }

  get closing(): boolean {
    return this.#closing;
  }

  /** Open ones, admitted or not. */
  get sockets(): number {
    return this.#sockets.size;
  }

  forEach(act: (connection: Connection) => void): void {
    for (const connection of this.#connections.keys()) act(connection);
  }

  /** Those with a presence: an open socket alone may be a page that only shows the reading's figures. */
  usersIn(reading: string): ReadonlySet<string> {
    const here = [...this.#connections].filter(
      ([connection, room]) => connection.reading === reading && room.isPresent(connection),
    );
    return new Set(here.map(([{ user }]) => user.id));
  }

  /** Resolves when each of these connections keeps a standing read after this call, or is closed. */
  async reviewWhere(wanted: (connection: Connection) => boolean): Promise<void> {
    this.#reviews += 1;
    await Promise.all([...this.#connections.keys()].filter(wanted).map(this.#deps.review));
  }

  /** `address`: null when the path is none. Never rejects. */
  async receive(
    socket: SyncSocket,
    wire: Duplex,
    address: SyncAddress | null,
    cookie: string | null,
  ): Promise<void> {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', (error) => {
      this.#deps.logger.debug({ error: error.message }, 'socket failed');
      if (isProtocolError(error)) this.#deps.metrics.refused(ruleOf(error));
    });
    if (address === null) return this.#refuse(socket, wire, NO_SUCH_PLACE);
    const admission = await this.#admit(address, cookie);
    if (socket.readyState !== socket.OPEN) return;
    const arrival = { socket, wire, address };
    if (admission.kind === 'admitted') this.#seat(arrival, admission);
    else this.#turnAway(arrival, admission);
  }

  async #admit(address: SyncAddress, cookie: string | null): Promise<Admission> {
    const { access, logger, reveals, rooms } = this.#deps;
    const { place, reading, token } = address;
    try {
      return await admit(
        { access, rooms, reveals, reviews: () => this.#reviews },
        { cookie, token, reading, place },
      );
    } catch (error) {
      logger.error({ err: error, reading, place }, 'place cannot be loaded');
      return CANNOT_LOAD;
    }
  }

  #turnAway({ socket, wire, address }: Arrival, answer: TurnedAwayAtDoor): void {
    const { code, refusal } = answer;
    // An address that leads nowhere is whatever a stranger wrote, and no business of the log's.
    const where = code === CLOSE.noSession || code === CLOSE.notFound ? {} : placeOf(address);
    this.#deps.logger.info({ ...where, code, rule: refusal.rule }, 'socket turned away');
    this.#refuse(socket, wire, answer);
  }

  #refuse(socket: SyncSocket, wire: Duplex, { code, refusal }: TurnedAwayAtDoor): void {
    this.#deps.metrics.refused(refusal.rule);
    closeSocket(socket, wire, code, refusal);
  }

  /** In the turn of the admission: nothing may come between it and joining the room. */
  #seat(arrival: Arrival, admitted: Admitted): void {
    if (this.#closing) return closeSocket(arrival.socket, arrival.wire, CLOSE.restarting, null);
    if (admitted.room.broken) return this.#turnAway(arrival, CANNOT_LOAD);
    const visitor = this.#deps.visitors.enter(admitted.user.id);
    if (visitor === null)
      return this.#turnAway(arrival, turnedAway(CLOSE.tooMany, LIMIT_REFUSALS.connections));
    const connection = this.#connect(arrival, admitted, visitor);
    this.#connections.set(connection, admitted.room);
    admitted.room.join(connection);
    arrival.socket.resume();
  }

  #connect(
    arrival: Arrival,
    { place, room, standing, user }: Admitted,
    visitor: Visitor,
  ): Connection {
    const { address, socket, wire } = arrival;
    const { clock, commits, limits, logger, metrics, visitors } = this.#deps;
    const { durable, reading } = address;
    const connection = new Connection({
      socket,
      wire,
      user,
      standing,
      reading,
      place,
      onMessage: (_connection, bytes) => session.handle(bytes),
      onWaiting: (waiting) => this.#turns.ready(visitor.pace, waiting),
      onRefused: (rule) => metrics.refused(rule),
      onEnd: () => {
        this.#connections.delete(connection);
        room.leave(connection);
      },
    });
    const messages = createRateLimit(limits.messagesPerSecond, clock);
    const session = new Session({
      connection,
      room,
      durable,
      messages,
      visitor,
      commits,
      clock,
      logger,
    });
    socket.on('message', (data, isBinary) => {
      if (isBinary && Buffer.isBuffer(data)) connection.receive(data);
      else connection.close(CLOSE.malformed, malformed('Messages are binary here.'));
    });
    socket.on('ping', (data) => session.ping(data));
    socket.on('pong', (data) => session.pong(data));
    // Not before the socket is gone: one that is closed and lingers still costs.
    socket.on('close', () => visitors.leave(visitor));
    return connection;
  }

  /** Admits nobody and reads nothing more. */
  stopReading(): void {
    this.#closing = true;
    const forGood = new Promise<void>(() => {});
    for (const connection of this.#connections.keys()) connection.hold(forGood);
  }

  /** Resolves when every socket has ended; cuts those that have not after `grace` milliseconds. */
  async closeAll(code: number, grace: number): Promise<void> {
    const ended = [...this.#sockets].map(
      (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
    );
    for (const connection of this.#connections.keys()) connection.close(code);
    for (const socket of this.#sockets) socket.close(code);
    await Promise.race([Promise.all(ended), delay(grace, undefined, { ref: false })]);
    for (const socket of this.#sockets) socket.terminate();
    await Promise.all(ended);
  }
}
