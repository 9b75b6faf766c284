import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

/**
 * The address that failures are counted by. What a client says of itself is not believed; only a proxy on this machine, in
 * front of a Postil with PUBLIC_URL, is: the last address of its X-Forwarded-For is the one that it saw.
 */
export function clientAddress(request: IncomingMessage, behindProxy: boolean): string {
  const remote = request.socket.remoteAddress ?? '';
  if (!behindProxy || !LOOPBACK.test(remote)) return remote;
  const last = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last !== undefined && isIP(last) !== 0 ? last : remote;
}
