import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';

const page = { nonce: 'abc', host: 'localhost:3000', dev: false, https: false };

test('scripts by nonce alone; eval only in development', () => {
  const scripts = (dev: boolean): string =>
    /script-src [^;]*/.exec(contentSecurityPolicy({ ...page, dev }))?.[0] ?? '';
  expect(scripts(false)).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(scripts(true)).toContain("'unsafe-eval'");
});

test('a Host that would write rules of its own is left out', () => {
  const policy = contentSecurityPolicy({ ...page, host: "x; script-src 'unsafe-inline'" });
  expect(policy).not.toContain('unsafe-inline;');
  expect(policy).toContain("connect-src 'self';");
});

test('HSTS only where PUBLIC_URL is https', () => {
  expect(securityHeaders(page)).not.toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders({ ...page, https: true })).toHaveProperty('Strict-Transport-Security');
});
