import { expect, test } from 'vitest';
import { nameSchema } from './name.ts';

const schema = nameSchema('Give a name.', 10, 'Too long.');

test.each([
  ['  Ben \n\t Noor ', 'Ben Noor'],
  ['a\u0000b', 'a b'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['Zoe\u0308', 'Zoë'],
  ['x\ud800', 'x'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['李雷', '李雷'],
  ['<script>', '<script>'],
])('%j is taken as %j', (typed, name) => {
  expect(schema.parse(typed)).toBe(name);
});

test.each(['', '   ', '\u200b', '\u0301\u0301', '\u2066\u2069', '\ud800', '\u3164', '\u00ad'])(
  '%j shows nothing, and is none',
  (typed) => {
    expect(schema.safeParse(typed).error?.issues[0]?.message).toBe('Give a name.');
  },
);

test('what is too long says so', () => {
  expect(schema.safeParse('x'.repeat(11)).error?.issues[0]?.message).toBe('Too long.');
});
