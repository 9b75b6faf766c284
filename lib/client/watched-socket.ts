import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { MESSAGE, MESSAGE_BYTES } from '../protocol/sync.ts';

/** The kinds of message that the server counts (contract, message 100). */
export type CountedMessage = 'step2' | 'update';

export interface SendEvents {
  sent: (kind: CountedMessage) => void;
  /** This step 2 is more than a message may hold, and was not sent: whatever it carries must go in parts. */
  tooLarge: () => void;
}

/**
 * A WebSocket class that tells of every counted message that it is given while open. The stock provider offers
 * no other place to see what is sent.
 */
export function watchedSocket(Socket: typeof WebSocket, on: SendEvents): typeof WebSocket {
  return class extends Socket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = data instanceof Uint8Array ? countedMessage(data) : null;
      if (kind === 'step2' && sizeOf(data) > MESSAGE_BYTES) return on.tooLarge();
      if (kind !== null && this.readyState === this.OPEN) on.sent(kind);
      super.send(data);
    }
  };
}

function sizeOf(data: Parameters<WebSocket['send']>[0]): number {
  return data instanceof Uint8Array ? data.byteLength : 0;
}

function countedMessage(frame: Uint8Array): CountedMessage | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
  const kind = decoding.readVarUint(decoder);
  if (kind === messageYjsSyncStep2) return 'step2';
  return kind === messageYjsUpdate ? 'update' : null;
}
