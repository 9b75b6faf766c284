import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { CLOSE, type Refusal } from '#lib/protocol/sync.ts';
import { refusalFrame } from './outgoing.ts';

/** RFC 6455's codes for a message that is too large or comes in too many parts; `ws` closes with them by itself. */
const TOO_LARGE: ReadonlySet<number | undefined> = new Set([1009, 1008]);
/** A close frame's reason has at most 123 bytes; so many characters fit in any script. */
const REASON_CHARACTERS = 40;

/** A WebSocket that says "too large" with the contract's code, before the message is taken into memory. */
export class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(TOO_LARGE.has(code) ? CLOSE.tooLarge : code, reason);
  }
}

/** Says why, when there is a reason to give, and closes. `wire`: the network beneath the socket. */
export function closeSocket(
  socket: SyncSocket,
  wire: Duplex,
  code: number,
  refusal: Refusal | null,
): void {
  // A paused socket would never see the other side's close.
  socket.resume();
  if (refusal !== null) wire.write(refusalFrame(refusal));
  socket.close(code, refusal?.title.slice(0, REASON_CHARACTERS));
}
