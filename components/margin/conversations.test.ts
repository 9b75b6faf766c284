import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { type Conversation, followConversations } from './conversations.ts';

const comment = commentFromText('Says who?');
const conversationsOf = (records: Records): readonly Conversation[] =>
  followConversations()(records);

test('a bare tag makes no conversation', () => {
  expect(conversationsOf(recordsOf([annotation('anna', 0, 26, 'fact')]))).toEqual([]);
});

test('comments on overlapping passages are one conversation, others are their own', () => {
  const first = annotation('anna', 0, 15, 'fact', { comment });
  const second = annotation('ben', 10, 26, 'opinion', { comment });
  const apart = annotation('carl', 26, 40, null, { comment });
  const conversations = conversationsOf(recordsOf([apart, second, first]));
  expect(conversations.map(({ voices }) => voices.map((voice) => voice.annotation.author))).toEqual(
    [['anna', 'ben'], ['carl']],
  );
  expect(conversations[0]).toMatchObject({ start: 0, end: 26 });
});

test('a chain of overlaps is one conversation', () => {
  const chain = [
    annotation('anna', 0, 30, null, { comment }),
    annotation('ben', 5, 10, null, { comment }),
    annotation('carl', 20, 40, null, { comment }),
  ];
  expect(conversationsOf(recordsOf(chain))).toHaveLength(1);
});

test('its id is the oldest voice’s, whoever joins before it in the text', () => {
  const old = annotation('anna', 10, 20, null, { comment });
  const late = annotation('ben', 0, 15, null, { comment, created: '2026-02-01T12:00:00.000Z' });
  expect(conversationsOf(recordsOf([late, old]))[0]?.id).toBe(old.id);
});

test('what was taken back stays while there are replies', () => {
  const gone = annotation('anna', 0, 26, null);
  const answer = reply('ben', gone);
  const [conversation] = conversationsOf(
    recordsOf([gone], { replies: new Map([[answer.id, answer]]) }),
  );
  expect(conversation?.voices).toMatchObject([{ takenBack: true, replies: [answer] }]);
});

test('a conversation that nothing happened to stays the same object', () => {
  const follow = followConversations();
  const [first, second] = [
    annotation('anna', 0, 10, null, { comment }),
    annotation('ben', 20, 30, null, { comment }),
  ];
  const before = follow(recordsOf([first, second]));
  const answer = reply('carl', second);
  const after = follow(recordsOf([first, second], { replies: new Map([[answer.id, answer]]) }));
  expect(after[0]).toBe(before[0]);
  expect(after[1]?.voices[0]?.replies).toEqual([answer]);
});

test('followed through any changes they are what they would be read at once', () => {
  const pool = Array.from({ length: 24 }, (_, at) =>
    annotation(`user${at % 5}`, (at * 7) % 60, ((at * 7) % 60) + 1 + (at % 9), null, {
      comment: at % 3 === 0 ? null : comment,
    }),
  );
  const answers = pool.map((one) => reply('dora', one));
  const step = fc.tuple(fc.subarray(pool), fc.subarray(answers));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const follow = followConversations();
      for (const [annotations, replies] of steps) {
        const records = recordsOf(annotations, {
          replies: new Map(replies.map((one) => [one.id, one])),
        });
        expect(follow(records)).toEqual(conversationsOf(records));
      }
    }),
  );
});
