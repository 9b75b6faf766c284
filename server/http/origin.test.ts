import { expect, test } from 'vitest';
import { originAllowed } from './origin.ts';

test.each([
  ['no Origin at all', undefined, 'localhost:3000', null, true],
  ['our own host', 'http://localhost:3000', 'localhost:3000', null, true],
  ['our own host behind TLS', 'https://postil.org', 'postil.org', null, true],
  [
    'PUBLIC_URL, where a proxy changed Host',
    'https://postil.org',
    '10.0.0.2',
    'https://postil.org',
    true,
  ],
  ['another port', 'http://localhost:4000', 'localhost:3000', null, false],
  ['another host', 'https://evil.example', 'postil.org', 'https://postil.org', false],
  ['a host that only begins alike', 'https://postil.org.evil.example', 'postil.org', null, false],
  ['a sandboxed frame', 'null', 'localhost:3000', null, false],
])('%s', (_what, origin, host, publicUrl, allowed) => {
  expect(originAllowed(origin, host, publicUrl)).toBe(allowed);
});
