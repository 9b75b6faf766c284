/** Bytes of a value's JSON as UTF-8, which is how records are measured. (JSON has no half characters.) */
export function jsonBytes(value: unknown): number {
  return utf8Bytes(JSON.stringify(value));
}

/** Whether a value's JSON takes more bytes than that; mostly told without counting them. */
export function isLarger(value: unknown, limitBytes: number): boolean {
  const json = JSON.stringify(value);
  // No UTF-16 unit takes more than three bytes.
  return json.length * 3 > limitBytes && utf8Bytes(json) > limitBytes;
}

/** Bytes of a text as UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0) ?? 0);
  return bytes;
}

function bytesOf(point: number): 1 | 2 | 3 | 4 {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}
