import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Annotation, Reply } from '#lib/annotation/record.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { type Conversation, followConversations } from './conversations.ts';
import { followHeld, heldConversation } from './held-conversation.ts';

const comment = commentFromText('Says who?');
const ANNA = annotation('anna', 10, 20, null, { comment });
const LATER = '2026-02-01T12:00:00.000Z';

const said = (annotations: Annotation[], replies: Reply[] = []): readonly Conversation[] =>
  followConversations()(
    recordsOf(annotations, { replies: new Map(replies.map((one) => [one.id, one])) }),
  );

/** Mia answers Anna; what she is shown of `before` and then of `now`. */
function held(before: readonly Conversation[]) {
  const writing = { kind: 'reply', to: ANNA.id } as const;
  const begun = heldConversation(writing, before, 'mia');
  if (begun === null) throw new Error('nothing is held');
  return followHeld(begun);
}

test('[G1] what others say where I write is counted, and not shown', () => {
  const show = held(said([ANNA]));
  const ben = annotation('ben', 5, 15, null, { comment, created: LATER });
  const [shown, ...others] = show(said([ANNA, ben], [reply('carl', ANNA)]));
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ start: 10, end: 20, since: { comments: 1, replies: 1 } });
  expect(shown?.voices).toMatchObject([{ annotation: ANNA, replies: [] }]);
});

test('[G1] what somebody deletes or changes in it stays before my eyes, but for what is mine', () => {
  const ben = annotation('ben', 12, 18, null, { comment });
  const [mine, carls] = [reply('mia', ANNA), reply('carl', ANNA)];
  const show = held(said([ANNA, ben], [mine, carls]));
  const changed = { ...ANNA, comment: commentFromText('Or who not?'), modified: LATER };
  const [shown] = show(said([changed]));
  expect(shown?.voices.map((voice) => voice.annotation)).toEqual([ANNA, ben]);
  expect(shown?.voices[0]?.replies).toEqual([carls]);
});

test('[G1] a comment that joins it with its neighbour leaves the neighbour its card', () => {
  const neighbour = annotation('ben', 30, 40, null, { comment });
  const show = held(said([ANNA, neighbour]));
  const bridge = annotation('carl', 15, 35, null, { comment, created: LATER });
  const [mine, other] = show(said([ANNA, neighbour, bridge]));
  expect(mine).toMatchObject({ start: 10, since: { comments: 0, replies: 0 } });
  expect(other?.voices.map((voice) => voice.annotation)).toEqual([bridge, neighbour]);
});

test('[G1] it stays the same object while nothing in it changes', () => {
  const show = held(said([ANNA]));
  const [first] = show(said([ANNA]));
  const [again, other] = show(said([ANNA, annotation('ben', 30, 40, null, { comment })]));
  expect(again).toBe(first);
  expect(other?.start).toBe(30);
});

test('nothing is held of what is not there, nor for a new comment', () => {
  expect(heldConversation({ kind: 'reply', to: 'anna/gone' }, said([ANNA]), 'mia')).toBeNull();
  const passage = { start: 10, end: 20 };
  expect(heldConversation({ kind: 'new', passage }, said([ANNA]), 'mia')).toBeNull();
});
