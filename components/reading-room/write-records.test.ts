import { expect, test } from 'vitest';
import type { RecordWrite } from '#lib/client/reading-session.ts';
import { observable } from '#lib/client/observable.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { createWaitingSession } from './waiting-session.ts';
import { newRoom } from './new-room.ts';
import type { Room } from './room.ts';
import { put, removal, writeRecords } from './write-records.ts';

const mark = annotation('ann', 0, 9, 'fact');
const note = annotation('ann', 10, 15, null);

function roomOf() {
  const sent: string[] = [];
  const session = (place: string, records = recordsOf([])) => ({
    ...createWaitingSession(),
    records: observable(records),
    apply: (writes: readonly RecordWrite[]) =>
      void sent.push(`${place}: ${writes.map(({ map }) => map).join()}`),
  });
  const room = newRoom('ann');
  room.open({
    work: session('work', recordsOf([mark])),
    private: session('private', recordsOf([note])),
  });
  return { room: room as unknown as Room, sent };
}

test('[M9] a new mark goes where my work goes, or to my own place; a record stays where it stands', () => {
  const { room, sent } = roomOf();
  const fresh = annotation('ann', 16, 20, 'fact');
  writeRecords(room, [put('annotations', fresh)]);
  room.settings.onlyMe.set(true);
  writeRecords(room, [put('annotations', fresh)]);
  writeRecords(room, [put('annotations', { ...mark, tag: 'opinion' })]);
  room.settings.onlyMe.set(false);
  writeRecords(room, [removal('annotations', note.id)]);
  expect(sent).toEqual([
    'work: annotations',
    'private: annotations',
    'work: annotations',
    'private: annotations',
  ]);
});

test('[M9] what is about a record goes beside it, also with it', () => {
  const { room, sent } = roomOf();
  room.settings.onlyMe.set(true);
  writeRecords(room, [put('replies', reply('ann', mark)), put('replies', reply('ann', note))]);
  expect(sent.splice(0)).toEqual(['work: replies', 'private: replies']);
  const fresh = annotation('ann', 16, 20, 'prediction');
  writeRecords(room, [put('annotations', fresh), put('replies', reply('ann', fresh))]);
  expect(sent).toEqual(['private: annotations,replies']);
});
