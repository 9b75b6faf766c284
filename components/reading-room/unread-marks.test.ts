import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { observable } from '#lib/client/observable.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { createUnreadMarks } from './unread-marks.ts';

const comment = commentFromText('Says who?');
const old = annotation('ben', 0, 5, null, { comment });
const late = annotation('ben', 6, 9, null, { comment });
const mine = annotation('ann', 6, 9, null, { comment });
const bare = annotation('ben', 6, 9, 'fact');
const answer = reply('ben', mine);

function marksOver(records: Records) {
  const source = observable(records);
  const marks = createUnreadMarks('ann', source);
  const keys = (): string[][] => [[...marks.unread.get()], [...marks.arrived.get()]];
  return { source, marks, keys };
}

test('[T5] what was there is unread when the server says so, what comes later of itself; mine and bare tags never', () => {
  const { source, marks, keys } = marksOver(recordsOf([old]));
  marks.asked();
  source.set(recordsOf([old, late, mine, bare], { replies: new Map([[answer.id, answer]]) }));
  marks.answered([old.id, 'ben/long-gone-1']);
  expect(keys()).toEqual([
    [old.id, late.id, answer.id],
    [late.id, answer.id],
  ]);
});

test('[T5] an edit is not unread again; words on what had none are', () => {
  const { source, marks, keys } = marksOver(recordsOf([old, bare]));
  marks.asked();
  marks.answered([]);
  source.set(
    recordsOf([
      { ...old, comment: commentFromText('I see.') },
      { ...bare, comment },
    ]),
  );
  expect(keys()).toEqual([[bare.id], [bare.id]]);
});

test('[T5] what is read or deleted is not unread any more', () => {
  const { source, marks, keys } = marksOver(recordsOf([old, late]));
  marks.asked();
  marks.answered([old.id, late.id]);
  marks.read([old.id]);
  source.set(recordsOf([old]));
  expect(keys()).toEqual([[], []]);
});
