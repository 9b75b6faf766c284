import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { MESSAGE } from '../protocol/sync.ts';

/** The kinds of message that the server counts (contract, message 100). */
export type CountedMessage = 'step2' | 'update';

/**
 * A WebSocket class that tells of every counted message that it is given while open. The stock provider offers
 * no other place to see what is sent.
 */
export function watchedSocket(
  Socket: typeof WebSocket,
  onSent: (kind: CountedMessage) => void,
): typeof WebSocket {
  return class extends Socket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = data instanceof Uint8Array ? countedMessage(data) : null;
      if (kind !== null && this.readyState === this.OPEN) onSent(kind);
      super.send(data);
    }
  };
}

function countedMessage(frame: Uint8Array): CountedMessage | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
  const kind = decoding.readVarUint(decoder);
  if (kind === messageYjsSyncStep2) return 'step2';
  return kind === messageYjsUpdate ? 'update' : null;
}
