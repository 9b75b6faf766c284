import type { Duplex } from 'node:stream';

type Written = () => void;

/**
 * What goes to one socket: all frames of one turn of the event loop leave in one write, and mostly that is
 * one buffer, made once for everybody. Corking the socket for each single frame costs as much as writing it.
 */
export class Outbox {
  readonly #wire: Duplex;
  #frames: Buffer[] = [];
  #callbacks: (Written | undefined)[] = [];
  #bytes = 0;

  constructor(wire: Duplex) {
    this.#wire = wire;
  }

  /** Bytes that have not gone to the network yet. */
  get waitingBytes(): number {
    return this.#bytes + this.#wire.writableLength;
  }

  /** `written`: the network took it. */
  add(frame: Buffer, written?: Written): void {
    if (this.#frames.length === 0) sendAtEndOfTurn(this);
    this.#frames.push(frame);
    this.#callbacks.push(written);
    this.#bytes += frame.length;
  }

  /** Now, and not at the end of the turn: before what goes to the socket past this. */
  send(): void {
    const frames = this.#frames;
    const callbacks = this.#callbacks;
    this.#frames = [];
    this.#callbacks = [];
    this.#bytes = 0;
    // The other side may have gone within this turn.
    if (!this.#wire.writable) return;
    if (frames.length > 1) this.#wire.cork();
    for (const [at, frame] of frames.entries()) this.#wire.write(frame, callbacks[at]);
    if (frames.length > 1) this.#wire.uncork();
  }
}

let atEndOfTurn: Outbox[] = [];

/** One tick for all sockets: a broadcast fills many outboxes in one turn. */
function sendAtEndOfTurn(outbox: Outbox): void {
  if (atEndOfTurn.length === 0) process.nextTick(sendAll);
  atEndOfTurn.push(outbox);
}

function sendAll(): void {
  const outboxes = atEndOfTurn;
  atEndOfTurn = [];
  for (const outbox of outboxes) outbox.send();
}
