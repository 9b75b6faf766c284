import { expect, test } from 'vitest';
import { createKeptAnswers } from './kept-answers.ts';

const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);

test('[FT2] kept answers stay within their bound; what was not asked for lately goes first', () => {
  const kept = createKeptAnswers(36);
  kept.keep('a', bytes(10));
  kept.keep('b', bytes(10));
  kept.keep('c', bytes(10));
  expect(kept.get('a')).toHaveLength(10);
  kept.keep('d', bytes(10));
  expect(['a', 'b', 'c', 'd'].filter((key) => kept.get(key) !== null)).toEqual(['a', 'c', 'd']);
});

test('[FT2] what is larger than all may be is not kept, nor what was under its key', () => {
  const kept = createKeptAnswers(36);
  kept.keep('a', bytes(10));
  kept.keep('b', bytes(20));
  kept.keep('a', bytes(40));
  expect(kept.get('a')).toBeNull();
  expect(kept.get('b')).toHaveLength(20);
});
