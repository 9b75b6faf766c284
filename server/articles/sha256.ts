import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal digits; a string counts as its UTF-8 bytes. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
