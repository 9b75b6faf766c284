import type { Annotation } from '#lib/annotation/record.ts';
import { newLocalId } from '#lib/client/new-record.ts';
import { type Sounds, sounding, soundsTo } from './detail-changes.ts';
import type { Room } from './room.ts';
import { changeMarks } from './write-marks.ts';
import { put, removal, writeRecords } from './write-records.ts';

/** My mark with other details. */
export function writeDetails(room: Room, changed: Annotation): void {
  const modified = new Date().toISOString();
  changeMarks(room, [{ kind: 'put', annotation: { ...changed, modified } }]);
}

/** How sure the author sounds to me in this mark; the step that I had said already takes it back. */
export function sayHowSure(room: Room, on: string, step: Sounds['step']): void {
  const user = room.page.user.id;
  const said = soundsTo(room.records.all.get(), user, on);
  const next = sounding(said, step, { user, localId: newLocalId(), on, now: Date.now() });
  if (next !== null) writeRecords(room, [put('assessments', next)]);
  else if (said !== null) writeRecords(room, [removal('assessments', said.id)]);
}
