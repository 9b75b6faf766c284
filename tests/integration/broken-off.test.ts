import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import type { Client } from './client.ts';
import { startServer } from './postil-server.ts';

/** Sends the head of a request and some of its body, and is gone once the server reads it. */
async function breakOff(client: Client, path: string, type: string, gone: 'closed' | 'reset') {
  const { hostname, host, port } = new URL(client.url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${client.cookieHeader}`,
    `Content-Type: ${type}`,
    'Content-Length: 5000',
    'Expect: 100-continue',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 100 /);
  await new Promise<void>((resolve) => socket.write('{"title": "half', () => resolve()));
  const closed = once(socket, 'close');
  if (gone === 'reset') socket.resetAndDestroy();
  else socket.destroy();
  await closed;
}

test('[O4] a request that breaks off while its body is sent is no bug: nothing is logged', async () => {
  const server = await startServer();
  const member = await server.member('Anna');
  const before = server.output();
  for (const [path, type] of [
    ['/api/groups', 'application/json'],
    ['/api/articles/proposal', 'application/json'],
    ['/api/articles', 'multipart/form-data; boundary=half'],
    ['/api/auth/callback/password', 'application/x-www-form-urlencoded'],
  ] as const)
    for (const gone of ['closed', 'reset'] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await breakOff(member, path, type, gone);
  // The server heard of them before this, and said what it had to say before it ended.
  expect((await member.fetch('/api/me')).status).toBe(200);
  expect(await server.stop()).toBe(0);
  expect(server.output()).toBe(before);
});
