import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it('goes to a path of ours', () => {
  expect(localPath('/readings/abc?at=1-2')).toBe('/readings/abc?at=1-2');
});

it.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\t//elsewhere.example',
  'javascript:alert(1)',
])('goes home instead of to %s', (to) => {
  expect(localPath(to)).toBe('/');
});
