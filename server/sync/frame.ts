const BINARY_AND_FINAL = 0x82;

const EMPTY = new Uint8Array();

/**
 * A whole binary message (`start`, then `rest`) as one unmasked WebSocket frame (RFC 6455, section 5.2), as
 * it goes to the network: made once and written to every receiver.
 */
export function binaryFrame(start: Uint8Array, rest: Uint8Array = EMPTY): Buffer {
  const length = start.length + rest.length;
  const header = length < 126 ? 2 : length < 0x10000 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = BINARY_AND_FINAL;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(start, header);
  frame.set(rest, header + start.length);
  return frame;
}
