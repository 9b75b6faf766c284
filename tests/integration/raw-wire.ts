import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** A WebSocket client that does nothing by itself: it answers neither pings nor a close. */
export interface RawWire {
  socket: Socket;
  /** Resolves when the network is cut. */
  cut: Promise<unknown>;
  /** Sends one binary message; resolves when the network took it. */
  send(message: Uint8Array): Promise<void>;
}

/** `address`: ws://…; resolves once the handshake is accepted. Everything that comes is thrown away. */
export async function rawWire(address: string): Promise<RawWire> {
  const { hostname, host, pathname, port, search } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) });
  // A cut is what is waited for: how the network words it does not matter.
  socket.on('error', () => undefined);
  const cut = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  const lines = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(String(answer));
  socket.resume();
  const send = (message: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      socket.write(maskedFrame(message), () => resolve());
    });
  return { socket, cut, send };
}

/** RFC 6455, 5.2; masked with zeros, which leave the payload as it is. */
function maskedFrame(payload: Uint8Array): Buffer {
  const header = Buffer.alloc(14);
  header[0] = 0x82;
  header[1] = 0x80 | 127;
  header.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([header, payload]);
}
