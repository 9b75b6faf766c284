const BINARY_AND_FINAL = 0x82;

/**
 * A whole binary message as one unmasked WebSocket frame (RFC 6455, section 5.2), as it goes to the
 * network: made once and written to every receiver.
 */
export function binaryFrame(payload: Uint8Array): Buffer {
  const { length } = payload;
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
  frame.set(payload, header);
  return frame;
}
