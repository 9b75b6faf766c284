import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Block } from '#lib/article/document.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { ownMarkOn, retag, takeBack, voiceIn, withFirstWords } from './mark-changes.ts';

const NOW = Date.parse('2026-03-01T10:00:00.000Z');
const modified = '2026-03-01T10:00:00.000Z';
const comment = commentFromText('Says who?');

test('my mark is the one on exactly the passage, tagged before untagged', () => {
  const untagged = annotation('anna', 0, 26, null, { comment });
  const tagged = annotation('anna', 0, 26, 'fact');
  const records = recordsOf([untagged, tagged, annotation('ben', 0, 25, 'fact')]);
  expect(ownMarkOn(records, 'anna', { start: 0, end: 26 })).toBe(tagged);
  expect(ownMarkOn(records, 'ben', { start: 0, end: 26 })).toBeNull();
});

test('another tag replaces the tag', () => {
  const mark = annotation('anna', 0, 26, 'fact');
  expect(retag(recordsOf([mark]), mark, 'opinion', NOW)).toEqual({
    kind: 'put',
    annotation: { ...mark, tag: 'opinion', modified },
  });
});

test('the same tag again takes a bare mark away', () => {
  const mark = annotation('anna', 0, 26, 'fact');
  expect(retag(recordsOf([mark]), mark, 'fact', NOW)).toEqual({ kind: 'remove', id: mark.id });
});

test('the same tag again leaves a comment standing, and what was answered', () => {
  const commented = annotation('anna', 0, 26, 'fact', { comment });
  expect(retag(recordsOf([commented]), commented, 'fact', NOW)).toMatchObject({
    annotation: { tag: null, comment },
  });
  const answered = annotation('anna', 0, 26, 'fact');
  const answer = reply('ben', answered);
  const records = recordsOf([answered], { replies: new Map([[answer.id, answer]]) });
  expect(retag(records, answered, 'fact', NOW)).toMatchObject({ kind: 'put' });
});

test('[T1] the first words on a bare mark are no edit of anything', () => {
  const retagged = annotation('anna', 0, 26, 'fact', { modified: '2026-02-01T10:00:00.000Z' });
  const said = withFirstWords(retagged, comment, NOW);
  expect(said).toMatchObject({ id: retagged.id, tag: 'fact', comment, created: modified });
  expect(said).not.toHaveProperty('modified');
});

test('[T1] words where others had read some that were taken back are an edit', () => {
  const gone = annotation('anna', 0, 26, null);
  const said = withFirstWords(gone, comment, NOW);
  expect(said).toMatchObject({ comment, created: gone.created, modified });
});

test('taken back: removed, or emptied where others answered', () => {
  const mark = annotation('anna', 0, 26, 'fact', { comment, labels: ['x'] });
  expect(takeBack(recordsOf([mark]), mark, NOW)).toEqual({ kind: 'remove', id: mark.id });
  const answer = reply('ben', mark);
  const records = recordsOf([mark], { replies: new Map([[answer.id, answer]]) });
  const { id, author, created, target } = mark;
  expect(takeBack(records, mark, NOW)).toEqual({
    kind: 'put',
    annotation: { id, author, created, modified, target, tag: null, comment: null },
  });
});

const block = (start: number, end: number, kind: Block['kind'], source?: string): Block => ({
  start,
  end,
  kind,
  ...(source !== undefined && { source }),
  sentences: [[start, end]],
});
const blocks = [
  block(0, 10, 'paragraph'),
  block(11, 20, 'quotation', 'Reuters'),
  block(21, 30, 'quotation', 'Reuters'),
  block(31, 40, 'quotation'),
];

test('a mark wholly in quotations of one source has its voice', () => {
  expect(voiceIn(blocks, { start: 12, end: 15 })).toEqual({ kind: 'quoted', who: 'Reuters' });
  expect(voiceIn(blocks, { start: 12, end: 25 })).toEqual({ kind: 'quoted', who: 'Reuters' });
  expect(voiceIn(blocks, { start: 32, end: 35 })).toEqual({ kind: 'quoted' });
  expect(voiceIn(blocks, { start: 5, end: 15 })).toBeUndefined();
  expect(voiceIn(blocks, { start: 25, end: 35 })).toBeUndefined();
  expect(voiceIn(blocks, { start: 2, end: 5 })).toBeUndefined();
});
