import { expect, test } from 'vitest';
import { REVISION } from '#tests/fixtures/records.ts';
import { targetOf } from '../anchor/target-of.ts';
import { checkRecord } from '../annotation/check-record.ts';
import { commentFromText } from '../annotation/comment.ts';
import { newAnnotation, newLocalId, newReply } from './new-record.ts';

const now = Date.parse('2026-01-01T12:00:00Z');
const context = { revision: REVISION, tags: new Set(['fact']), now, limitBytes: 65_536 };

test('local ids are 21 fresh characters of the grammar', () => {
  const ids = new Set(Array.from({ length: 500 }, newLocalId));
  expect(ids.size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{21}$/);
});

test('what is built passes the judge’s check', () => {
  const target = targetOf(REVISION, 4, 9);
  if (target === null) throw new Error('no target');
  const user = { id: 'ines' };
  const mark = newAnnotation({ user, target, tag: 'fact', voice: { kind: 'quoted' }, now });
  expect(checkRecord('annotations', mark.id, mark, context)).toMatchObject({ ok: true });
  const answer = newReply({ user, annotation: mark.id, comment: commentFromText('So?'), now });
  expect(checkRecord('replies', answer.id, answer, context)).toMatchObject({ ok: true });
});
