import type { Duplex } from 'node:stream';
import { type Place, nameOfPlace } from '#lib/permission/place.ts';
import type { Refusal } from '#lib/protocol/sync.ts';
import { onlyLooksOn } from './may-enter.ts';
import { Outbox } from './outbox.ts';
import type { Standing, SyncUser } from './sync-deps.ts';
import { type SyncSocket, closeSocket } from './sync-socket.ts';

/** Bytes that may wait for a receiver, besides the state answers it asked for. */
const SEND_BUFFER_BYTES = 4 * 1_048_576;
/** What may still come from a client that was told to go: it was under way. */
const LATE_BYTES = 4 * 1_048_576;
/** What an empty frame costs to read. */
const FRAME_BYTES = 100;

export interface ConnectionOptions {
  socket: SyncSocket;
  /** The network beneath, for frames that are made once and written to many. */
  wire: Duplex;
  user: SyncUser;
  standing: Standing;
  reading: string;
  place: Place;
  /** Takes one binary message; called in order, never while the connection is held. */
  onMessage: (connection: Connection, bytes: Buffer) => void;
  /** It has a message to be taken by `takeTurn`, at once or when its turn comes. */
  onWaiting: (connection: Connection) => void;
  /** Closed by us, by this rule. */
  onRefused: (rule: string) => void;
  /** Once, when it is closed from either side: nothing goes in or out any more. */
  onEnd: (connection: Connection) => void;
}

/** An admitted socket: who it is, and an orderly way in and out. */
export class Connection {
  readonly user: SyncUser;
  readonly reading: string;
  readonly place: Place;
  /** What the member may do, as last read; null once they are no member any more. */
  standing: Standing | null;
  /** How the group knows them. */
  name: string;
  /** Answered the last ping, or said something since. */
  alive = true;
  readonly #socket: SyncSocket;
  readonly #wire: Duplex;
  readonly #outbox: Outbox;
  readonly #onMessage: ConnectionOptions['onMessage'];
  readonly #onWaiting: ConnectionOptions['onWaiting'];
  readonly #onRefused: ConnectionOptions['onRefused'];
  readonly #onEnd: ConnectionOptions['onEnd'];
  readonly #backlog: Buffer[] = [];
  #holds = 0;
  #answerBytes = 0;
  #lateBytes = 0;
  #quiet = false;
  #ended = false;

  constructor(options: ConnectionOptions) {
    this.user = options.user;
    this.reading = options.reading;
    this.place = options.place;
    this.standing = options.standing;
    this.name = options.standing.name;
    this.#socket = options.socket;
    this.#wire = options.wire;
    this.#outbox = new Outbox(options.wire);
    this.#onMessage = options.onMessage;
    this.#onWaiting = options.onWaiting;
    this.#onRefused = options.onRefused;
    this.#onEnd = options.onEnd;
    options.socket.once('close', () => this.#end());
  }

  get placeName(): string {
    return nameOfPlace(this.place);
  }

  /** An instructor at a desk: reads, and is announced to nobody. */
  get looksOn(): boolean {
    return onlyLooksOn(this.place, this.user.id);
  }

  get open(): boolean {
    return !this.#ended && this.#socket.readyState === this.#socket.OPEN;
  }

  /** Takes what came from the network. Messages wait their turn, and nothing more is read until they had it. */
  receive(bytes: Buffer): void {
    if (!this.hears(bytes)) return;
    this.#backlog.push(bytes);
    if (this.#backlog.length > 1) return;
    if (this.#holds === 0) this.#onWaiting(this);
    if (this.#backlog.length > 0) this.#socket.pause();
  }

  get wantsTurn(): boolean {
    return this.#holds === 0 && this.open && this.#backlog.length > 0;
  }

  /** Has one message handled, unless it is held or closed by now; gives the message's bytes. */
  takeTurn(): number {
    const bytes = this.wantsTurn ? this.#backlog.shift() : undefined;
    if (bytes === undefined) return 0;
    this.#onMessage(this, bytes);
    this.#readOn();
    return bytes.length;
  }

  /** Notes a sign of life. False: it comes too late, from who was told to go. */
  hears({ length }: Buffer): boolean {
    this.alive = true;
    if (this.open) return true;
    // Reading on is how the other side's close is seen; but not at any price.
    this.#lateBytes += length + FRAME_BYTES;
    if (this.#lateBytes > LATE_BYTES) this.#socket.terminate();
    return false;
  }

  /** Reads nothing more from this client until `until` is fulfilled: back-pressure, and order. */
  hold(until: Promise<void>): void {
    this.#holds += 1;
    this.#socket.pause();
    void this.#release(until);
  }

  async #release(until: Promise<void>): Promise<void> {
    await until;
    this.#holds -= 1;
    if (this.wantsTurn) this.#onWaiting(this);
    else this.#readOn();
  }

  #readOn(): void {
    const idle = this.#holds === 0 && this.open && this.#backlog.length === 0;
    if (idle && this.#socket.isPaused) this.#socket.resume();
  }

  /** Sends whole frames. All of one turn of the event loop leave in one write. */
  send(frames: Buffer): void {
    if (!this.open) return;
    this.#quiet = false;
    this.#outbox.add(frames);
  }

  /** Sends an answer that was asked for: however large, it does not make the receiver a slow one. */
  sendAnswer(frame: Buffer): void {
    if (!this.open) return;
    this.#quiet = false;
    this.#answerBytes += frame.length;
    this.#outbox.add(frame, () => {
      this.#answerBytes -= frame.length;
    });
  }

  pong(data: Buffer): void {
    if (this.open) this.#socket.pong(data);
  }

  /** Sends `frame` when nothing was sent since this was last called. */
  renew(frame: Buffer): void {
    if (this.#quiet) this.send(frame);
    this.#quiet = true;
  }

  /** More waits for this receiver than a reader who keeps up ever leaves. */
  get overfull(): boolean {
    return this.#outbox.waitingBytes > SEND_BUFFER_BYTES + this.#answerBytes;
  }

  /** Answers that it asked for wait, more than a reader who keeps up ever leaves. */
  get answersUnread(): boolean {
    return this.#answerBytes > SEND_BUFFER_BYTES;
  }

  /** Says why, when there is a reason to give, and closes. Only the first close counts. */
  close(code: number, refusal: Refusal | null = null): void {
    if (!this.open) return;
    this.#outbox.send();
    closeSocket(this.#socket, this.#wire, code, refusal);
    if (refusal !== null) this.#onRefused(refusal.rule);
    this.#end();
  }

  /** Pings; a client that has been silent since the last ping is gone, unless we did not listen. */
  checkAlive(): void {
    if (!this.alive && !this.#socket.isPaused) return this.terminate();
    this.alive = false;
    if (this.open) this.#socket.ping();
  }

  terminate(): void {
    this.#socket.terminate();
    this.#end();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#backlog.length = 0;
    this.#onEnd(this);
  }
}
