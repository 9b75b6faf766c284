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

/** `messageBytes`: a larger message closes its socket with 4413 before it is in memory. */
export function createDoor(messageBytes: number): Door {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: messageBytes,
    WebSocket: SyncSocket,
  });
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
