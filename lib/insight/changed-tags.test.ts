import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Annotation, AnyRecord } from '#lib/annotation/record.ts';
import { annotation, reply } from '#tests/fixtures/records.ts';
import { changedTags } from './changed-tags.ts';
import type { LoggedChange } from './running-tags.ts';

const put = (at: number, record: AnyRecord): LoggedChange => ({
  map: 'target' in record ? 'annotations' : 'replies',
  key: record.id,
  at,
  what: 'added',
  record,
});
const gone = (
  at: number,
  { id }: AnyRecord,
  what: 'deleted' | 'removed' = 'deleted',
): LoggedChange => ({ map: 'annotations', key: id, at, what, record: null });
const tagged = (mark: Annotation, tag: string | null): Annotation => ({ ...mark, tag });

const ALWAYS = { after: 0, until: 1000 };
const inShared = (shared: LoggedChange[], between = ALWAYS) =>
  changedTags({ shared, desks: [] }, between);

const fact = annotation('ann', 0, 9, 'fact');
const opinion = tagged(fact, 'opinion');
const { start, end } = fact.target;
const change = { user: 'ann', start, end, from: 'fact', to: 'opinion', said: null };

test('[IP6] a tag that became another is listed with both and when; one put for the first time is only counted', () => {
  expect(inShared([put(10, fact), put(20, opinion)])).toEqual({
    changes: [{ ...change, at: 20 }],
    first: 1,
  });
});

test('[IP6] later than the one moment, up to the other one', () => {
  const log = [put(10, fact), put(20, opinion), put(30, fact)];
  expect(inShared(log, { after: 10, until: 20 })).toEqual({
    changes: [{ ...change, at: 20 }],
    first: 0,
  });
  expect(inShared(log, { after: 20, until: 30 }).changes).toMatchObject([
    { at: 30, from: 'opinion', to: 'fact' },
  ]);
  expect(inShared(log, { after: 30, until: 99 })).toEqual({ changes: [], first: 0 });
});

test('[IP6] taken off: with its mark, or from a mark that keeps its comment; put on again is a change', () => {
  const bare = tagged(fact, null);
  const log = [put(10, fact), put(20, bare), put(30, fact), gone(40, fact)];
  expect(inShared(log).changes.map(({ at, from, to }) => [at, from, to])).toEqual([
    [20, 'fact', null],
    [30, null, 'fact'],
    [40, 'fact', null],
  ]);
});

test('[IP6] a mark made anew on the same words goes on from the one before', () => {
  const anew = annotation('ann', 0, 9, 'opinion');
  const elsewhere = annotation('ann', 0, 10, 'opinion');
  const atOnce = [put(10, fact), gone(20, fact), put(20, anew)];
  expect(inShared(atOnce).changes).toEqual([{ ...change, at: 20 }]);
  const later = [put(10, fact), gone(20, fact), put(30, anew), put(40, elsewhere)];
  expect(inShared(later)).toMatchObject({
    changes: [
      { from: 'fact', to: null },
      { from: null, to: 'opinion' },
    ],
    first: 2,
  });
});

test('[IP6] what an instructor removed is nobody’s change of mind', () => {
  expect(inShared([put(10, fact), gone(20, fact, 'removed')]).changes).toEqual([]);
});

test('[IP6] beside it stands what another said last on these words before, and had not taken back', () => {
  const said = annotation('ben', 5, 12, null, { comment: commentFromText('Who counted it?') });
  const mine = annotation('ann', 0, 9, null, { comment: commentFromText('I did.') });
  const elsewhere = annotation('cora', 9, 12, null, { comment: commentFromText('Not here.') });
  const answer = reply('dan', said);
  const takenBack = reply('cora', said);
  const log = [
    put(10, fact),
    put(11, said),
    put(12, answer),
    put(13, takenBack),
    gone(14, takenBack),
    put(15, mine),
    put(16, elsewhere),
    put(20, opinion),
    put(20, reply('eve', said)),
  ];
  expect(inShared(log).changes).toMatchObject([
    { at: 20, said: { id: answer.id, user: 'dan', at: 12 } },
  ]);
});

test('[IP6] an edit is not said anew; a reply outlives the mark that it answers', () => {
  const said = annotation('ben', 0, 9, null, { comment: commentFromText('No.') });
  const answer = reply('dan', said);
  const edited = { ...said, comment: commentFromText('Never.') };
  const log = [put(10, fact), put(11, said), put(12, answer), put(13, edited), gone(14, said)];
  expect(inShared([...log, put(20, opinion)]).changes[0]?.said).toMatchObject({ id: answer.id });
  const still = inShared([...log.slice(0, 4), put(20, opinion)]);
  expect(still.changes[0]?.said).toMatchObject({ id: answer.id });
});

test('[IP6] a reveal changes nothing; on a desk nobody has been told anything', () => {
  const said = annotation('ben', 0, 9, null, { comment: commentFromText('No.') });
  const logs = {
    desks: [[put(10, fact), put(20, opinion)]],
    shared: [put(5, said), put(30, opinion), put(40, fact)],
  };
  expect(changedTags(logs, ALWAYS)).toMatchObject({
    changes: [
      { at: 20, from: 'fact', to: 'opinion', said: null },
      { at: 40, from: 'opinion', to: 'fact', said: { id: said.id } },
    ],
    first: 1,
  });
});

test('[IP6] a tag that the codebook does not have is listed like any other; an empty log is no change', () => {
  expect(inShared([put(10, fact), put(20, tagged(fact, 'rumour'))]).changes).toMatchObject([
    { to: 'rumour' },
  ]);
  expect(inShared([])).toEqual({ changes: [], first: 0 });
});
