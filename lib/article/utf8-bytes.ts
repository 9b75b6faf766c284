/** The UTF-8 bytes of a well-formed string (RFC 3629). `TextEncoder` belongs to the DOM, which this folder does without. */
export function utf8Bytes(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).flatMap(encode);
}

function encode(point: number): number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), tail(point)];
  if (point < 0x1_0000) return [0xe0 | (point >> 12), tail(point >> 6), tail(point)];
  return [0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point)];
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
