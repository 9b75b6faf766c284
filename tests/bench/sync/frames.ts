/** WebSocket frames (RFC 6455) as the driver needs them: whole binary messages only. */
const BINARY_AND_FINAL = 0x82;
const MASKED = 0x80;

/** A client's message, masked with zeroes: the server has the work of unmasking it, the driver none. */
export function clientFrame(payload: Uint8Array): Buffer {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 0x10000 ? 2 : 8;
  const frame = Buffer.alloc(2 + extra + 4 + length);
  frame[0] = BINARY_AND_FINAL;
  frame[1] = MASKED | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(payload, 2 + extra + 4);
  return frame;
}

/** `opcode` 2 is a binary message, 8 a close. The bytes are valid during the call only. */
export type OnFrame = (opcode: number, bytes: Buffer, start: number, end: number) => void;

/** Takes a server's frames out of what the network brings, however it is cut. */
export class FrameReader {
  readonly #onFrame: OnFrame;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #neededBytes = 0;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  /** `chunk` may be overwritten after the call. */
  read(chunk: Buffer): void {
    if (this.#heldBytes === 0) return this.#hold(chunk, this.#frames(chunk));
    this.#held.push(Buffer.from(chunk));
    this.#heldBytes += chunk.length;
    if (this.#heldBytes < this.#neededBytes) return;
    const all = Buffer.concat(this.#held, this.#heldBytes);
    this.#held = [];
    this.#heldBytes = 0;
    this.#hold(all, this.#frames(all));
  }

  #hold(bytes: Buffer, from: number): void {
    if (from === bytes.length) return;
    this.#held = [Buffer.from(bytes.subarray(from))];
    this.#heldBytes = bytes.length - from;
  }

  /** Where the first frame begins that is not whole. */
  #frames(bytes: Buffer): number {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = (bytes[at + 1] ?? 0) & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      this.#neededBytes = header;
      if (bytes.length - at < header) return at;
      const length = short < 126 ? short : lengthAt(bytes, at + 2, header);
      const end = at + header + length;
      this.#neededBytes = header + length;
      if (end > bytes.length) return at;
      this.#onFrame((bytes[at] ?? 0) & 0x0f, bytes, at + header, end);
      at = end;
    }
    this.#neededBytes = 2;
    return at;
  }
}

function lengthAt(bytes: Buffer, at: number, header: number): number {
  return header === 4 ? bytes.readUInt16BE(at) : Number(bytes.readBigUInt64BE(at));
}
