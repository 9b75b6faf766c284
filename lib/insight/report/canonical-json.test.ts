import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('[IR3] names are sorted by their UTF-16 units, at every depth, and nothing is put between', () => {
  const value = {
    b: [1, { z: null, a: 'x' }],
    a: true,
    '\u20ac': 1,
    '\ud83d\ude00': 2,
    '\ufb33': 3,
  };
  expect(canonicalJson(value)).toBe(
    '{"a":true,"b":[1,{"a":"x","z":null}],"\u20ac":1,"\ud83d\ude00":2,"\ufb33":3}',
  );
});

test('[IR3] the same whatever the order in which it was written; a field that is undefined is not there', () => {
  expect(canonicalJson({ a: 1, b: 2, c: undefined })).toBe(canonicalJson({ b: 2, a: 1 }));
});

test('[IR3] numbers and strings are as RFC 8785 has them', () => {
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, '\u000f\n"\\/'])).toBe(
    String.raw`[333333333.3333333,1e+30,4.5,0.002,1e-27,"\u000f\n\"\\/"]`,
  );
});
