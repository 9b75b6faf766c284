import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { conversationsOf } from './conversations.ts';

const comment = commentFromText('Says who?');

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

test('who marked the passage counts by members, with the bare tags on it', () => {
  const voice = annotation('anna', 0, 26, 'opinion', { comment });
  const bare = [annotation('ben', 4, 9, 'fact'), annotation('ben', 4, 20, 'fact')];
  const elsewhere = annotation('carl', 27, 40, 'fact');
  const [conversation] = conversationsOf(recordsOf([voice, ...bare, elsewhere]));
  expect(conversation?.votes).toEqual({ members: 2, tagged: 2, tags: { opinion: 1, fact: 1 } });
  expect(conversation?.bare).toHaveLength(2);
});

test('what was taken back stays while there are replies, and does not count', () => {
  const gone = annotation('anna', 0, 26, null);
  const answer = reply('ben', gone);
  const [conversation] = conversationsOf(
    recordsOf([gone], { replies: new Map([[answer.id, answer]]) }),
  );
  expect(conversation?.voices).toMatchObject([{ takenBack: true, replies: [answer] }]);
  expect(conversation?.votes.members).toBe(0);
});
