import { randomBytes } from 'node:crypto';
import { type Socket, connect } from 'node:net';
import * as encoding from 'lib0/encoding';
import type { Contender, Seat } from './contender.ts';
import { FrameReader, clientFrame } from './frames.ts';

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
/** An empty one, masked. */
const PONG = Buffer.of(0x8a, 0x80, 0, 0, 0, 0);
const NOTHING_NEW = Uint8Array.of(0, 0);
/** What all sockets of the driver read into, one after the other. */
const READ_INTO = Buffer.alloc(262_144);

/** What a client is told. The bytes are valid during the call only. */
export interface Heard {
  update?: (bytes: Buffer, start: number, end: number, isStep2: boolean) => void;
  awareness?: (bytes: Buffer, start: number, end: number) => void;
}

export interface ClientOptions {
  contender: Contender;
  port: number;
  seat: Seat;
  heard: Heard;
  /** The state vector of what the client has already. */
  stateVector?: Uint8Array;
  /** What the server lacks, by its state vector; nothing, unless told otherwise. */
  answer?: (stateVector: Uint8Array) => Uint8Array;
}

/**
 * A client as cheap as can be: frames by hand over a TCP socket, no document, no provider. The driver shares the
 * machine with the server and must not be what is measured.
 */
export class DriverClient {
  readonly seat: Seat;
  /** Resolves when the step 2 that answers our step 1 is here; at once with a server that gives none. */
  readonly joined: Promise<void>;
  readonly #options: ClientOptions;
  readonly #socket: Socket;
  readonly #prefix: Uint8Array;
  readonly #reader = new FrameReader((opcode, bytes, start, end) =>
    this.#frame(opcode, bytes, start, end),
  );
  readonly #join = Promise.withResolvers<void>();
  #upgraded = false;
  #ended = false;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.seat = options.seat;
    this.joined = this.#join.promise;
    // Lost after it joined, nobody waits: the warning tells, and what does not arrive.
    this.joined.catch(() => undefined);
    this.#prefix = options.contender.prefix(options.seat.room);
    this.#socket = connect({
      port: options.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: READ_INTO,
        callback: (length) => {
          this.#read(READ_INTO.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket.on('error', (error) => this.#fail(error.message));
    this.#socket.on('close', () => this.#fail('it hung up'));
    this.#socket.write(this.#upgradeRequest());
  }

  /** A message of this client, framed; `updateFrame` and `awarenessFrame` make them. */
  send(frame: Buffer): void {
    this.#socket.write(frame);
  }

  updateFrame(update: Uint8Array): Buffer {
    return this.#syncFrame(UPDATE, update);
  }

  awarenessFrame(update: Uint8Array): Buffer {
    return this.#framed((encoder) => {
      encoding.writeVarUint(encoder, AWARENESS);
      encoding.writeVarUint8Array(encoder, update);
    });
  }

  end(): void {
    this.#ended = true;
    this.#socket.destroy();
  }

  #upgradeRequest(): string {
    const { port, seat } = this.#options;
    return [
      `GET ${seat.path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      '\r\n',
    ].join('\r\n');
  }

  #read(chunk: Buffer): void {
    if (this.#upgraded) return this.#reader.read(chunk);
    const end = chunk.indexOf('\r\n\r\n');
    if (end < 0 || chunk.indexOf('101') < 0) return this.#fail('no upgrade');
    this.#upgraded = true;
    this.#open();
    this.#reader.read(chunk.subarray(end + 4));
  }

  #open(): void {
    const { contender, seat, stateVector } = this.#options;
    for (const message of contender.opening(seat.room)) this.send(clientFrame(message));
    if (contender.keeps) this.send(this.#syncFrame(STEP_1, stateVector ?? Uint8Array.of(0)));
    else this.#join.resolve();
  }

  #frame(opcode: number, bytes: Buffer, start: number, end: number): void {
    if (opcode === CLOSE) return this.#fail(`closed with ${bytes.readUInt16BE(start)}`);
    // Servers cut who does not answer for half a minute.
    if (opcode === PING) return this.send(PONG);
    if (opcode !== BINARY) return;
    let at = start + this.#prefix.length;
    const type = bytes[at];
    if (type === AUTH && this.#prefix.length === 0)
      return this.#fail(bytes.toString('utf8', start, end));
    const kind = bytes[at + 1] ?? 0;
    if (type === SYNC) this.#sync(kind, bytes, afterVarUint(bytes, at + 2), end);
    else if (type === AWARENESS)
      this.#options.heard.awareness?.(bytes, afterVarUint(bytes, at + 1), end);
  }

  #sync(kind: number, bytes: Buffer, start: number, end: number): void {
    const { answer, heard } = this.#options;
    if (kind === STEP_1) {
      const update = answer?.(bytes.subarray(start, end)) ?? NOTHING_NEW;
      this.send(this.#syncFrame(STEP_2, update));
      return;
    }
    heard.update?.(bytes, start, end, kind === STEP_2);
    if (kind === STEP_2) this.#join.resolve();
  }

  #syncFrame(kind: number, payload: Uint8Array): Buffer {
    return this.#framed((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, payload);
    });
  }

  #framed(write: (encoder: encoding.Encoder) => void): Buffer {
    const message = encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, this.#prefix);
      write(encoder);
    });
    return clientFrame(message);
  }

  /** A client that loses its server spoils the measurement. */
  #fail(why: string): void {
    if (this.#ended) return;
    this.end();
    this.#join.reject(new Error(`${this.#options.contender.name}: ${why}`));
    process.emitWarning(`${this.#options.contender.name}: a client was lost: ${why}`);
  }
}

function afterVarUint(bytes: Buffer, at: number): number {
  let next = at;
  while ((bytes[next] ?? 0) >= 0x80) next += 1;
  return next + 1;
}
