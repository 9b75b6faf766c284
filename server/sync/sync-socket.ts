import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { CLOSE, type Refusal } from '#lib/protocol/sync.ts';
import { refusalFrame } from './outgoing.ts';

/** RFC 6455's code for an over-large message, which `ws` closes with by itself. */
const MESSAGE_TOO_BIG = 1009;
/** A close frame's reason has at most 123 bytes; so many characters fit in any script. */
const REASON_CHARACTERS = 40;

/** A WebSocket that says "too large" with the contract's code, before the message is taken into memory. */
export class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === MESSAGE_TOO_BIG ? CLOSE.tooLarge : code, reason);
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
