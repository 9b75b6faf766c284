import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a64, hex64 } from './fnv1a64.ts';
import { likeness, sketch } from './likeness.ts';
import { utf8Bytes } from './utf8-bytes.ts';

const hashOf = (text: string) => hex64(fnv1a64([utf8Bytes(text)]));
const words = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, index) =>
      `w${String(from + index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`,
  );

describe('fnv1a64', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('hashes %j as its authors publish', (text, expected) => {
    expect(hashOf(text)).toBe(expected);
  });

  it('equals the definition over big integers, and UTF-8 as the platform writes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        const mask = (1n << 64n) - 1n;
        const expected = bytes.reduce(
          (hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask,
          0xcbf29ce484222325n,
        );
        expect(utf8Bytes(text)).toEqual([...bytes]);
        expect(hashOf(text)).toBe(expected.toString(16).padStart(16, '0'));
      }),
    );
  });
});

describe('sketch', () => {
  it('sees letters only, in lower case, whatever the quotation marks and the normal form', () => {
    expect(sketch('Don’t “stop”, 5 café — now, please')).toEqual(
      sketch("DON'T stop cafe\u0301 now please"),
    );
    expect(sketch('one two three four')).toEqual([]);
    expect(sketch('one two three four five')).toEqual([hashOf('one two three four five')]);
  });

  it('holds the 128 smallest hashes of a long text, ascending and different', () => {
    const all = words(0, 20_000);
    const runs = all.slice(4).map((_, index) => hashOf(all.slice(index, index + 5).join(' ')));
    expect(sketch([...all, ...all].join(' ')).slice(0, 100)).toEqual(
      [...runs].toSorted().slice(0, 100),
    );
    expect(sketch(all.join(' '))).toEqual([...runs].toSorted().slice(0, 128));
  });
});

describe('likeness', () => {
  it('is 1 for the same text, 0 for texts without a common run and for no text', () => {
    const [a, b] = [sketch(words(0, 900).join(' ')), sketch(words(1000, 1900).join(' '))];
    expect(likeness(a, a)).toBe(1);
    expect(likeness(a, b)).toBe(0);
    expect(likeness([], [])).toBe(0);
  });

  it('estimates the Jaccard index of the runs', () => {
    const whole = sketch(words(0, 3000).join(' '));
    const twoThirds = sketch(words(0, 2000).join(' '));
    const estimate = likeness(whole, twoThirds);
    expect(estimate).toBeGreaterThan(0.53);
    expect(estimate).toBeLessThan(0.8);
    expect(likeness(twoThirds, whole)).toBe(estimate);
  });

  it('is exact for texts shorter than the sketch', () => {
    expect(likeness(sketch(words(0, 54).join(' ')), sketch(words(0, 29).join(' ')))).toBe(0.5);
  });
});
