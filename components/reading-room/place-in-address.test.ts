import { expect, test } from 'vitest';
import { placeInAddress } from './place-in-address.ts';

const at = (address: string) => placeInAddress(new URL(address, 'http://localhost/readings/r'));

test('an annotation by its key', () => {
  expect(at('#a=anna/abcdefghij')).toEqual({ kind: 'annotation', id: 'anna/abcdefghij' });
});

test('a passage by its offsets, or by its beginning alone', () => {
  expect(at('?at=12-40')).toEqual({ kind: 'passage', start: 12, end: 40 });
  expect(at('?at=12')).toEqual({ kind: 'passage', start: 12, end: 13 });
});

test.each(['', '#a=', '#b3', '?at=', '?at=x-9', '?at=-4'])('%s names no place', (address) => {
  expect(at(address)).toBeNull();
});
