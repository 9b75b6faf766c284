import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { myWords } from './my-words.ts';

test('[Y3] what I marked and said, in the order of the text, and nobody else’s', () => {
  const late = annotation('anna', 20, 25, 'fact', { comment: commentFromText('Which record?') });
  const early = annotation('anna', 0, 5, 'opinion');
  const others = annotation('ben', 10, 15, null, { comment: commentFromText('Not mine.') });
  const answer = { ...reply('anna', others), comment: commentFromText('I doubt it.') };
  const records = recordsOf([late, others, early], { replies: new Map([[answer.id, answer]]) });
  expect(myWords(records, 'anna')).toBe(
    `“${early.target.exact}” (opinion)\n\nI doubt it.\n\n“${late.target.exact}” (fact)\nWhich record?`,
  );
  expect(myWords(records, 'zoe')).toBe('');
});
