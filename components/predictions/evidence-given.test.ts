import { expect, it } from 'vitest';
import { evidenceGiven, NO_EVIDENCE, safeLink } from './evidence-given.ts';

const typed = (more: Partial<typeof NO_EVIDENCE>): typeof NO_EVIDENCE => ({
  ...NO_EVIDENCE,
  ...more,
});

it('[PP5] what is empty is no evidence; what is filled in is kept without its outer spaces', () => {
  const given = [
    NO_EVIDENCE,
    typed({ note: ' seen \n' }),
    typed({ quote: 'They came.', url: ' example.org/a ' }),
  ];
  expect(evidenceGiven(given)).toEqual({
    ok: true,
    value: [{ note: 'seen' }, { url: 'https://example.org/a', quote: 'They came.' }],
  });
});

it.each(['javascript:alert(1)', 'ftp://example.org', 'two words', 'https://', 'mailto:a@b.c'])(
  '[PP5] “%s” is refused as a link, in words',
  (url) => {
    expect(evidenceGiven([typed({ url })])).toMatchObject({
      ok: false,
      error: expect.stringContaining(url),
    });
  },
);

it('[PP5] only http and https become links, whatever a record holds', () => {
  expect(safeLink('https://example.org')).toBe('https://example.org');
  expect(safeLink('http://example.org')).toBe('http://example.org');
  for (const other of [
    undefined,
    '',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '//x',
  ])
    expect(safeLink(other)).toBeNull();
});
