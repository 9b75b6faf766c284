import type { Pace } from './pace.ts';

/** How fast a user's messages are taken, all connections together. */
export interface UserPace {
  messages: Pace;
  bytes: Pace;
}

/** A connection, as far as its turn is concerned. */
export interface InLine {
  /** It has a message that may be taken now. */
  readonly wantsTurn: boolean;
  /** Takes one message; gives its bytes. */
  takeTurn(): number;
}

interface Line {
  readonly pace: UserPace;
  readonly waiting: Set<InLine>;
}

/** How long messages are taken, in milliseconds, before the event loop may see to all else. */
const TURN = 5;

/**
 * Whose message is next, of all that have come: one of each user's in turn, of each of their connections in turn, at the user's
 * pace, and for a few milliseconds in one turn of the event loop. So who sends in bursts waits for themselves.
 */
export class Turns {
  readonly #lines = new Map<UserPace, Line>();
  #order: Line[] = [];
  #until = 0;
  #began = false;
  #serving = false;

  /** `pace`: one object for all connections of a user. The message is taken at once when nobody else waits. */
  ready(pace: UserPace, connection: InLine): void {
    this.#lineOf(pace).waiting.add(connection);
    if (!this.#serving) this.#serve();
  }

  #lineOf(pace: UserPace): Line {
    const known = this.#lines.get(pace);
    if (known !== undefined) return known;
    const line: Line = { pace, waiting: new Set() };
    this.#lines.set(pace, line);
    this.#order.push(line);
    return line;
  }

  #serve(): void {
    this.#serving = true;
    try {
      for (let line = this.#next(); line !== undefined; line = this.#next()) this.#serveOne(line);
    } finally {
      this.#serving = false;
    }
  }

  #next(): Line | undefined {
    return this.#order.length > 0 && this.#timeLeft() ? this.#order.shift() : undefined;
  }

  #serveOne(line: Line): void {
    const { messages, bytes } = line.pace;
    const rest = Math.max(messages.wait(), bytes.wait());
    if (rest > 0) return void setTimeout(() => this.#back(line), rest).unref();
    const [connection] = line.waiting;
    if (connection !== undefined) {
      line.waiting.delete(connection);
      messages.take(1);
      bytes.take(connection.takeTurn());
      if (connection.wantsTurn) line.waiting.add(connection);
    }
    if (line.waiting.size > 0) this.#order.push(line);
    else this.#lines.delete(line.pace);
  }

  #back(line: Line): void {
    this.#order.push(line);
    this.#serve();
  }

  #timeLeft(): boolean {
    const now = performance.now();
    if (!this.#began) {
      this.#began = true;
      this.#until = now + TURN;
      setImmediate(() => {
        this.#began = false;
        this.#serve();
      });
    }
    return now < this.#until;
  }
}
