import type { Rule } from './rules.ts';

/** The rule that bytes break and what to tell their sender. */
export interface Problem {
  readonly rule: Rule;
  readonly title: string;
}

/** Yjs reads with the same two flags: what it would throw on must not get past us. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Up to so many bytes are looked at one by one: a call of the decoder costs more than they do. */
const SHORT = 64;

/** 2^53 needs eight groups of seven bits; lib0 would read on and end at NaN. */
const MAX_VARINT_BYTES = 8;

/**
 * Reads lib0's encoding from bytes nobody has checked. The first thing that does not
 * fit is kept in `problem` and puts the cursor at the end: from then on every read
 * yields zero or '' at once, so callers loop while `problem` is null and report it once.
 */
export class Cursor {
  readonly bytes: Uint8Array;
  readonly #buffer: Buffer;
  position = 0;
  problem: Problem | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  fail(title: string, rule: Rule = 'J3'): void {
    this.problem ??= { rule, title };
    this.position = this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) {
      this.fail('The message is cut off.');
      return 0;
    }
    this.position += 1;
    return value;
  }

  varUint(): number {
    return this.#groups(0, 1);
  }

  varInt(): number {
    const first = this.byte();
    const sign = (first & 0x40) === 0 ? 1 : -1;
    const low = first & 0x3f;
    return sign * (first < 0x80 ? low : this.#groups(low, 64));
  }

  /** A count of things that take at least `size` bytes each: never more than can follow. */
  count(size: number): number {
    const value = this.varUint();
    if (value * size <= this.left) return value;
    this.fail('The message promises more than it holds.');
    return 0;
  }

  text(): string {
    const length = this.count(1);
    const start = this.position;
    this.position += length;
    if (length <= SHORT && this.#isAscii(start, this.position))
      return this.#buffer.toString('latin1', start, this.position);
    return this.#utf8(start);
  }

  /** Checks a text like `text`, and makes none of it. */
  skipText(): void {
    const length = this.count(1);
    const start = this.position;
    this.position += length;
    if (!this.#isAscii(start, this.position)) this.#utf8(start);
  }

  float32(): number {
    return this.#view(4)?.getFloat32(0) ?? 0;
  }

  float64(): number {
    return this.#view(8)?.getFloat64(0) ?? 0;
  }

  #utf8(start: number): string {
    try {
      return UTF8.decode(this.bytes.subarray(start, this.position));
    } catch {
      this.fail('The message holds text that is no UTF-8.');
      return '';
    }
  }

  #isAscii(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if ((this.bytes[at] ?? 0) >= 0x80) return false;
    return true;
  }

  #groups(low: number, scale: number): number {
    let value = low;
    let multiplier = scale;
    for (let read = 0; read < MAX_VARINT_BYTES; read += 1) {
      const group = this.byte();
      value += (group & 0x7f) * multiplier;
      if (group < 0x80 && value <= Number.MAX_SAFE_INTEGER) return value;
      multiplier *= 128;
    }
    this.fail('The message holds a number that is too large.');
    return 0;
  }

  #view(length: number): DataView | null {
    if (this.left < length) {
      this.fail('The message is cut off.');
      return null;
    }
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.position, length);
    this.position += length;
    return view;
  }
}
