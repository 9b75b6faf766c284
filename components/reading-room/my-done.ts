import { recordKey } from '#lib/annotation/record-key.ts';
import type { Assessment } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { newLocalId } from '#lib/client/new-record.ts';
import { mayWrite } from './permissions.ts';
import type { Room } from './room.ts';
import { put, removal, writeRecords } from './write-records.ts';

type Done = Extract<Assessment, { kind: 'done' }>;

/** What I said of being done with all of this revision; more than one when two of my devices said it. */
export function myDone(
  { page }: Pick<Room, 'page'>,
  { assessments }: Pick<Records, 'assessments'>,
): Done[] {
  const { user, reading, text } = page;
  return [...assessments.values()].filter(
    (one): one is Done =>
      one.kind === 'done' &&
      one.author === user.id &&
      one.revision === reading.revision &&
      one.upTo >= text.length,
  );
}

/** Says that I am done with the whole text, or takes it back. */
export function switchDone(room: Room): void {
  if (!mayWrite(room.page.reading)) return;
  const said = myDone(room, room.records.work.get());
  const writes =
    said.length === 0
      ? [put('assessments', newDone(room))]
      : said.map(({ id }) => removal('assessments', id));
  writeRecords(room, writes);
  room.state.announced.set(said.length === 0 ? 'You are done.' : 'Taken back: you are not done.');
}

function newDone({ page: { user, reading, text } }: Room): Done {
  return {
    id: recordKey(user.id, newLocalId()),
    author: user.id,
    created: new Date().toISOString(),
    kind: 'done',
    on: null,
    revision: reading.revision,
    upTo: text.length,
  };
}
