import { expect, test } from 'vitest';
import { parseSettings, raisedLimits } from './settings.ts';

const problemOf = (environment: Record<string, string>): string => {
  const parsed = parseSettings(environment, '/project');
  return parsed.ok ? 'none' : parsed.error;
};

test('nothing set gives the defaults of the contract', () => {
  expect(parseSettings({}, '/project')).toMatchObject({
    ok: true,
    value: {
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      dataDir: '/project/data',
      articlesDir: null,
      limits: { LIMIT_FAILED_SIGNINS_PER_MINUTE: 20, LIMIT_IMPORT_BYTES: 20_971_520 },
    },
  });
});

test.each([
  [{}, 'npm start'],
  [{ DATA_DIR: 'elsewhere', PORT: '3400' }, 'DATA_DIR=elsewhere npm start'],
  [
    { ARTICLES_DIR: '/our texts', AUTH_SECRET: 'x'.repeat(16) },
    `ARTICLES_DIR='/our texts' npm start`,
  ],
  [{ DATA_DIR: '/tmp/demo', START_COMMAND: 'npm run demo' }, 'npm run demo'],
])('%j is started again with %s', (environment: Record<string, string>, startCommand) => {
  expect(parseSettings(environment, '/project')).toMatchObject({
    ok: true,
    value: { startCommand },
  });
});

test('an empty value counts as not set', () => {
  expect(problemOf({ PORT: '', PUBLIC_URL: ' ', AUTH_GITHUB_ID: '' })).toBe('none');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'postil.example.org'],
  ['PUBLIC_URL', 'https://example.org/postil'],
  ['AUTH_SECRET', 'short'],
  ['LIMIT_MESSAGE_BYTES', '-1'],
  ['LIMIT_RECORD_BYTES', '1.5'],
  ['INVITE_CODE', 'a/b'],
  ['DATABASE_URL', 'postgres://localhost/postil'],
])('a bad %s is named: %s', (name, value) => {
  expect(problemOf({ [name]: value })).toMatch(new RegExp(`^Bad setting ${name}: .+\\.$`));
});

test('half of a pair is named', () => {
  expect(problemOf({ AUTH_GITHUB_ID: 'x' })).toContain('AUTH_GITHUB_SECRET');
  expect(problemOf({ AUTH_OIDC_SECRET: 'x', AUTH_OIDC_ID: 'y' })).toContain('AUTH_OIDC_ISSUER');
});

test('PUBLIC_URL loses its trailing slash', () => {
  expect(parseSettings({ PUBLIC_URL: 'https://postil.example.org/' }, '/')).toMatchObject({
    value: { publicUrl: 'https://postil.example.org' },
  });
});

test('limits that were raised are told, lowered ones are not', () => {
  const parsed = parseSettings({ LIMIT_RECORD_BYTES: '99999', LIMIT_IMPORT_BYTES: '10' }, '/');
  expect(parsed.ok && raisedLimits(parsed.value)).toEqual([
    'LIMIT_RECORD_BYTES=99999 (default 65536)',
  ]);
});
