import { expect, test } from 'vitest';
import type { Annotation } from '#lib/annotation/record.ts';
import { flagged, labelled, predicted, sounding, spokenBy, voiced } from './detail-changes.ts';

const MARK: Annotation = {
  id: 'ann/record-0001',
  author: 'ann',
  created: '2026-01-01T12:00:00.000Z',
  target: { revision: 'r', start: 0, end: 4, exact: 'Four', prefix: '', suffix: '' },
  tag: 'prediction',
  comment: null,
};

test('[M10] each click on a flag or voice sets it, and takes it off again', () => {
  const hedged = flagged(MARK, 'hedged');
  expect(hedged).toEqual({ ...MARK, hedged: true });
  expect(flagged(hedged, 'hedged')).toEqual(MARK);
  const quoted = voiced(MARK, 'quoted');
  expect(quoted.voice).toEqual({ kind: 'quoted' });
  expect(voiced(quoted, 'quoted')).toEqual(MARK);
});

test('[M10] who speaks stays over a change of voice, but the author has no other name', () => {
  const reuters = spokenBy(voiced(MARK, 'quoted'), ' Reuters ');
  expect(reuters.voice).toEqual({ kind: 'quoted', who: 'Reuters' });
  expect(voiced(reuters, 'paraphrased').voice).toEqual({ kind: 'paraphrased', who: 'Reuters' });
  expect(voiced(reuters, 'author').voice).toEqual({ kind: 'author' });
  expect(spokenBy(reuters, '').voice).toEqual({ kind: 'quoted' });
});

test('[M10] what is emptied leaves no field behind', () => {
  const both = predicted(predicted(MARK, 'by', 'May'), 'judgedBy', 'Reuters');
  expect(both.prediction).toEqual({ by: 'May', judgedBy: 'Reuters' });
  expect(predicted(predicted(both, 'by', ''), 'judgedBy', ' ')).toEqual(MARK);
  expect(labelled(labelled(MARK, ['a']), [])).toEqual(MARK);
});

test('[M10] how sure it sounds is one record of mine: another step changes it, the same takes it off', () => {
  const fresh = { user: 'ann', localId: 'record-0002', on: MARK.id, now: 0 };
  const first = sounding(null, 2, fresh);
  expect(first).toMatchObject({ id: 'ann/record-0002', kind: 'sounds', on: MARK.id, step: 2 });
  expect(sounding(first, 4, fresh)).toMatchObject({ id: 'ann/record-0002', step: 4 });
  expect(sounding(first, 2, fresh)).toBeNull();
});
