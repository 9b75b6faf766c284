import { expect, test } from 'vitest';
import { z } from 'zod';
import { readBytes, readJson } from './read-body.ts';

const schema = z.strictObject({ name: z.string().min(1, 'Give a name.') });

function post(body: BodyInit, type = 'application/json'): Request {
  return new Request('http://x/', { method: 'POST', body, headers: { 'Content-Type': type } });
}

const statusOf = async (request: Request): Promise<number> => {
  const read = await readJson(request, schema, 100);
  return read.ok ? 200 : read.error.status;
};

test('JSON of the agreed form is read', async () => {
  expect(
    await readJson(post('{"name":"Anna"}', 'application/json; charset=utf-8'), schema),
  ).toEqual({
    ok: true,
    value: { name: 'Anna' },
  });
});

test('each fault has its status', async () => {
  expect(await statusOf(post('{"name":"Anna"}', 'text/plain'))).toBe(415);
  expect(await statusOf(post('{'))).toBe(400);
  expect(await statusOf(post(Uint8Array.of(0xff)))).toBe(400);
  expect(await statusOf(post('{"name":""}'))).toBe(422);
  expect(await statusOf(post(`{"name":"${'a'.repeat(100)}"}`))).toBe(413);
});

test('an endless body is not read to its end', async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const request = new Request('http://x/', {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as RequestInit);
  expect(await readBytes(request, 5000)).toMatchObject({ ok: false, error: { status: 413 } });
  expect(pulled).toBeLessThan(20);
});
