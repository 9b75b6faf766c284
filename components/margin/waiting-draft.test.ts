import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Writing } from '#components/reading-room/room.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { draftKeyOf, waitingDraftOf } from './waiting-draft.ts';

const comment = commentFromText('Half a thought');
const said = annotation('anna', 10, 26, null, { comment });
const answer = reply('ines', said);
const records = recordsOf([said], { replies: new Map([[answer.id, answer]]) });

test.each<[Writing, string | null, number]>([
  [{ kind: 'new', passage: { start: 3, end: 8 } }, null, 3],
  [{ kind: 'reply', to: said.id }, said.id, 10],
  [{ kind: 'edit', map: 'annotations', key: said.id }, said.id, 10],
  [{ kind: 'edit', map: 'replies', key: answer.id }, said.id, 10],
])('a draft leads back to what was written: %o', (writing, about, offset) => {
  const key = draftKeyOf(writing);
  expect(waitingDraftOf({ key, comment }, records)).toEqual({
    key,
    comment,
    writing,
    annotation: about,
    offset,
    isGone: false,
  });
});

test('[Y4] an answer to what is not there is kept to be read and copied', () => {
  expect(waitingDraftOf({ key: `reply ${said.id}`, comment }, recordsOf([]))).toMatchObject({
    comment,
    isGone: true,
  });
});
