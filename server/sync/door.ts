import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { SyncSocket } from './sync-socket.ts';

/** Turns HTTP upgrades into sockets. */
export interface Door {
  /** `enter` gets the socket with reading paused. */
  upgrade(
    request: IncomingMessage,
    wire: Duplex,
    head: Buffer,
    enter: (socket: SyncSocket) => void,
  ): void;
}

/** A browser splits a large message into a few dozen frames, a slow network into some thousand packets. */
const MESSAGE_FRAMES = 1024;
const MESSAGE_PACKETS = 16_384;

/**
 * `messageBytes`: a larger message closes its socket with 4413 before it is in memory. `goodbye`: how long a client
 * that was told to go may take to answer, in milliseconds.
 */
export function createDoor(messageBytes: number, goodbye: number): Door {
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: messageBytes,
    // Each part costs some hundred bytes of memory, however small it is.
    maxFragments: MESSAGE_FRAMES,
    maxBufferedChunks: MESSAGE_PACKETS,
    closeTimeout: goodbye,
    // Answers that nobody reads would pile up: see `Connection.pong`.
    autoPong: false,
    WebSocket: SyncSocket,
  };
  const server = new WebSocketServer(options);
  return {
    upgrade(request, wire, head, enter) {
      server.handleUpgrade(request, wire, head, (socket) => {
        socket.pause();
        enter(socket);
      });
    },
  };
}

/** Answers an upgrade with an HTTP status instead. */
export function refuseUpgrade(wire: Duplex, status: 403 | 503): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Length: 0',
  ];
  // The other side may be gone already; there is nobody to tell.
  wire.once('error', () => wire.destroy());
  wire.end(`${lines.join('\r\n')}\r\n\r\n`);
}
