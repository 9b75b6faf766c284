import type { Logger } from 'pino';
import { CLOSE, type Refusal } from '#lib/protocol/sync.ts';
import { type Acknowledgement, createAcknowledgement } from './acknowledgement.ts';
import type { Connection } from './connection.ts';
import type { GroupCommit } from './group-commit.ts';
import { type Incoming, parseMessage } from './incoming.ts';
import { type AwarenessEntry, durableFrame } from './outgoing.ts';
import type { TurnedAway, Write } from './place-writes.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Room } from './room.ts';
import { LIMIT_REFUSALS, closeCodeOf, malformed, refusalOf } from './refusals.ts';
import type { Visitor } from './visitors.ts';
import { writerIn } from './writer.ts';

/** Writes of one connection that may be on their way into the log before it is read from again. */
const WRITES_UNDER_WAY = 256;
/** Bytes of all rooms that may be on their way into the log. */
const QUEUE_BYTES = 2 * 1_048_576;
/** Bytes of early updates that are kept, only to see whether the first step 2 brought their content. */
const EARLY_BYTES = 262_144;
/** Everyone's states in a large room, as a stock client echoes them. */
const AWARENESS_BYTES = 262_144;
const COSTLY_ANSWER_EVERY = 10_000;

export interface SessionDeps {
  connection: Connection;
  room: Room;
  /** The client asked for message 100. */
  durable: boolean;
  messages: RateLimit;
  /** What all connections of the user share. */
  visitor: Pick<Visitor, 'messages' | 'bytes'>;
  commits: GroupCommit;
  clock: () => number;
  logger: Logger;
}

/** One admitted client's side of the conversation: what each of its messages leads to. */
export class Session {
  readonly #deps: SessionDeps;
  readonly #acknowledgement: Acknowledgement;
  #step2Taken = false;
  #early: Write[] = [];
  #earlyBytes = 0;
  #underWay = 0;
  #lastCostlyAnswer = -Infinity;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#acknowledgement = createAcknowledgement((count) => {
      if (deps.durable) deps.connection.send(durableFrame(count));
    });
  }

  /** Takes one message. A bug that it meets ends this connection and no other. */
  handle(bytes: Uint8Array): void {
    try {
      this.#handle(bytes);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A WebSocket ping: counted like a message, or a flood of them would be answered without end. */
  ping(data: Buffer): void {
    const { connection } = this.#deps;
    if (connection.hears(data) && this.#heeds()) connection.pong(data);
  }

  /** An answer to our ping, or none: whoever sends many of them is flooding too. */
  pong(data: Buffer): void {
    if (this.#deps.connection.hears(data)) this.#heeds();
  }

  /** False, and closed, for who sends too much, or sends on and reads none of what it gets. */
  #heeds(): boolean {
    const { connection, messages, visitor } = this.#deps;
    if (!messages.take(1) || !visitor.messages.take(1))
      this.#end(CLOSE.tooMany, LIMIT_REFUSALS.messages);
    else if (connection.overfull) this.#end(CLOSE.tryLater, LIMIT_REFUSALS.unread);
    return connection.open;
  }

  #handle(bytes: Uint8Array): void {
    const { commits, connection } = this.#deps;
    if (!this.#heeds()) return;
    if (!this.#deps.visitor.bytes.take(bytes.length))
      return this.#end(CLOSE.tooMany, LIMIT_REFUSALS.bytes);
    const message = parseMessage(bytes);
    if (message.kind === 'awareness' && bytes.length > AWARENESS_BYTES)
      return this.#end(CLOSE.tooLarge, LIMIT_REFUSALS.presence);
    this.#dispatch(message);
    if (this.#underWay >= WRITES_UNDER_WAY || commits.queuedBytes() >= QUEUE_BYTES)
      connection.hold(commits.nextCommit());
  }

  #dispatch(message: Incoming): void {
    const { connection, room } = this.#deps;
    switch (message.kind) {
      case 'step1':
        return this.#answer(message.stateVector);
      case 'step2':
      case 'update':
        return this.#write(message.update, message.kind === 'step2');
      case 'awareness':
        return this.#announce(message.entries);
      case 'queryAwareness':
        return room.greet(connection);
      case 'malformed':
        return this.#end(CLOSE.malformed, malformed(message.title));
    }
  }

  #answer(known: ReadonlyMap<number, number>): void {
    const { clock, connection, room } = this.#deps;
    const answer = room.stateAnswer(known);
    if (answer === null) return;
    if (connection.answersUnread) return this.#end(CLOSE.tooMany, LIMIT_REFUSALS.fullAnswers);
    if (answer.costly) {
      if (clock() - this.#lastCostlyAnswer < COSTLY_ANSWER_EVERY)
        return this.#end(CLOSE.tooMany, LIMIT_REFUSALS.fullAnswers);
      this.#lastCostlyAnswer = clock();
    }
    room.answer(connection, answer);
  }

  #announce(entries: readonly AwarenessEntry[]): void {
    const { connection, room } = this.#deps;
    if (connection.looksOn) return;
    if (!room.announce(connection, entries)) this.#end(CLOSE.tooLarge, LIMIT_REFUSALS.presence);
  }

  #write(update: Uint8Array, isStep2: boolean): void {
    const { connection, room } = this.#deps;
    const settle = this.#acknowledgement.arrive();
    const write: Write = {
      update,
      origin: connection,
      userId: connection.user.id,
      writer: () => writerIn(connection.place, connection.user.id, connection.standing),
      mayLack: !isStep2 && !this.#step2Taken,
      taken: () => {
        if (isStep2) this.#afterStep2();
      },
      settled: () => {
        this.#underWay -= 1;
        settle();
      },
      lacking: () => {
        this.#underWay -= 1;
        this.#keepEarly({ ...write, settled: settle });
      },
      turnedAway: (verdict) => this.#turnAway(verdict),
    };
    this.#underWay += 1;
    const atHead = room.submit(write);
    if (atHead !== null) connection.hold(atHead.catch((error) => this.#fail(error)));
  }

  /** The update itself is dropped (J19): what is kept serves to say truthfully when its content is in. */
  #keepEarly(write: Write): void {
    this.#earlyBytes += write.update.length;
    if (this.#earlyBytes <= EARLY_BYTES) this.#early.push(write);
  }

  #afterStep2(): void {
    if (this.#step2Taken) return;
    this.#step2Taken = true;
    const early = this.#early;
    this.#early = [];
    for (const write of early) this.#deps.room.settleIfKnown(write);
  }

  #turnAway(verdict: TurnedAway): void {
    const { connection, logger } = this.#deps;
    const { reading, placeName: place, user } = connection;
    const refusal = refusalOf(verdict);
    logger.warn({ reading, place, user: user.id, rule: refusal.rule }, 'write turned away');
    this.#end(closeCodeOf(verdict), refusal);
  }

  #fail(error: unknown): void {
    const { connection, logger } = this.#deps;
    const { reading, placeName: place, user } = connection;
    logger.error({ err: error, reading, place, user: user.id }, 'message failed');
    connection.close(CLOSE.tryLater);
  }

  #end(code: number, refusal: Refusal): void {
    this.#deps.connection.close(code, refusal);
  }
}
