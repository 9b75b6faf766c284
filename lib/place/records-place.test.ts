import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { REVISION, annotation } from '#tests/fixtures/records.ts';
import { putRecord, readRecord, readRecords } from './records-place.ts';

test('a record is read as it was put, and what is none under its own key is not shown', () => {
  const doc = new Y.Doc();
  const fact = annotation('ann', 0, REVISION.text.indexOf('.'), 'fact');
  putRecord(doc, 'annotations', fact);
  const annotations = doc.getMap('annotations');
  for (const none of [null, 'words', 7, [], {}, { ...fact, id: 'ann/another-record' }, new Y.Map()])
    annotations.set(`ann/no-record-${annotations.size}`, none);
  expect(annotations.size).toBe(8);
  expect(readRecord(doc, 'annotations', fact.id)).toEqual(fact);
  expect([...readRecords(doc).annotations.keys()]).toEqual([fact.id]);
});
