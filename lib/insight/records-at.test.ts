import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import { type RecordEvent, recordsAt } from './records-at.ts';

const first = annotation('anna', 0, 9, 'fact');
const changed = { ...first, tag: 'opinion' };
const event = (at: number, record: RecordEvent['record']): RecordEvent => ({
  map: 'annotations',
  key: first.id,
  at,
  record,
});
const standing = (logs: readonly (readonly RecordEvent[])[], at: number): unknown[] => [
  ...recordsAt(logs, at).annotations.values(),
];

test('[H3] a record is what stood under its key at that moment', () => {
  const log = [event(10, first), event(20, changed), event(30, null)];
  expect(standing([log], 9)).toEqual([]);
  expect(standing([log], 10)).toEqual([first]);
  expect(standing([log], 29)).toEqual([changed]);
  expect(standing([log], 30)).toEqual([]);
});

test('[H3] of one moment the later log has the last word, and the order within a log stays', () => {
  const desk = [event(10, first), event(20, null)];
  expect(standing([desk, [event(20, changed)]], 20)).toEqual([changed]);
  expect(standing([[event(20, changed)], desk], 20)).toEqual([]);
  expect(standing([[event(10, first), event(10, changed)]], 10)).toEqual([changed]);
});
