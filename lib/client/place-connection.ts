import * as decoding from 'lib0/decoding';
import { readAuthMessage } from 'y-protocols/auth';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CLOSE, MESSAGE, type Refusal } from '../protocol/sync.ts';
import { isFinal, parseRefusal } from './refusal.ts';
import { type CountedMessage, watchedSocket } from './watched-socket.ts';

export interface ConnectionEvents {
  /** The document holds all that the server showed. After every reconnection. */
  synced: () => void;
  /** The connection went away, or could not be made. It is tried again unless `ended` follows. */
  lost: () => void;
  sent: (kind: CountedMessage) => void;
  /** The document holds more that the server lacks than one message may; nothing of it was sent. */
  tooLarge: () => void;
  durable: (count: number) => void;
  presence: () => void;
  /** For good, with the reason the server gave before. */
  ended: (code: number, refusal: Refusal | null) => void;
}

/** One document's way to its place, over the stock provider. */
export interface PlaceConnection {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  isSynced(): boolean;
  close(): void;
}

/** Longest pauses between two tries, in ms, and how a flood is answered: as if four tries had failed. */
const PAUSE = 4_000;
const PAUSE_WHEN_TOO_MANY = 30_000;
const FAILURES_WHEN_TOO_MANY = 4;

export function connectPlace(
  address: { url: string; room: string; Socket: typeof WebSocket },
  on: ConnectionEvents,
): PlaceConnection {
  const doc = new Y.Doc();
  let refusal: Refusal | null = null;
  const provider = new WebsocketProvider(address.url, address.room, doc, {
    // Tabs would hand each other updates that no judge has seen.
    disableBc: true,
    params: { durable: '1' },
    WebSocketPolyfill: watchedSocket(address.Socket, on),
    shouldReconnect: ({ code }) => !isFinal(code, refusal),
  });
  provider.messageHandlers[MESSAGE.durable] = (_answer, message) =>
    on.durable(decoding.readVarUint(message));
  provider.messageHandlers[MESSAGE.auth] = (_answer, message) =>
    readAuthMessage(message, doc, (_doc, reason) => {
      refusal = parseRefusal(reason);
    });
  // What the first sync brings would be encoded anew only for the provider to see that it sent it itself. My own writes enter later.
  // oxlint-disable-next-line no-underscore-dangle -- its only name
  const send = provider._updateHandler;
  doc.off('update', send);
  provider.once('sync', () => doc.on('update', send));
  provider.on('sync', (synced) => {
    if (synced) on.synced();
  });
  provider.on('connection-close', (event) => {
    backOff(provider, event?.code);
    on.lost();
  });
  provider.on('closed', ({ code }) => on.ended(code, refusal));
  provider.on('status', () => {
    if (provider.wsconnecting) refusal = null;
  });
  provider.awareness.on('change', on.presence);
  return {
    doc,
    awareness: provider.awareness,
    isSynced: () => provider.synced,
    close() {
      provider.awareness.off('change', on.presence);
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Spreads reconnections, so that a server that restarts is not met by everybody at once. */
function backOff(provider: WebsocketProvider, code: number | undefined): void {
  const tooMany = code === CLOSE.tooMany;
  provider.maxBackoffTime = (tooMany ? PAUSE_WHEN_TOO_MANY : PAUSE) * (0.5 + Math.random() / 2);
  if (tooMany) {
    provider.wsUnsuccessfulReconnects = Math.max(
      provider.wsUnsuccessfulReconnects,
      FAILURES_WHEN_TOO_MANY,
    );
  }
}
