import { expect, test } from 'vitest';
import { isFromThisMachine } from './from-this-machine.ts';

test.each([
  ['127.0.0.1', { host: 'localhost:3000' }, true],
  ['::1', { host: '[::1]:3000' }, true],
  ['::ffff:127.0.0.1', { host: '127.0.0.1' }, true],
  ['192.168.1.7', { host: 'localhost:3000' }, false],
  ['127.0.0.1', { host: 'postil.org' }, false],
  ['127.0.0.1', { host: 'localhost.evil.example' }, false],
  ['127.0.0.1', {}, false],
  ['127.0.0.1', { host: 'localhost:3000', 'x-forwarded-for': '127.0.0.1' }, false],
  ['127.0.0.1', { host: 'localhost:3000', forwarded: 'for=8.8.8.8' }, false],
  [undefined, { host: 'localhost:3000' }, false],
])('[O2] from %s with %j: %s', (remoteAddress, headers, expected) => {
  expect(isFromThisMachine({ headers, socket: { remoteAddress } })).toBe(expected);
});
