import { expect, test } from 'vitest';
import { NO_RECORDS, type Records } from '#lib/annotation/record-set.ts';
import { type MutableObservable, observable } from '#lib/client/observable.ts';
import type { ReadingSession, RefusedWrite, SaveState } from '#lib/client/reading-session.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { createWaitingSession } from './waiting-session.ts';
import { createRoomRecords, type RecordFilter, type RoomSessions } from './room-records.ts';

interface FakeSession extends ReadingSession {
  records: MutableObservable<Records>;
  saving: MutableObservable<SaveState>;
  refused: MutableObservable<readonly RefusedWrite[]>;
}

function sessionWith(records: Records = NO_RECORDS): FakeSession {
  return {
    ...createWaitingSession(),
    records: observable(records),
    saving: observable<SaveState>({ kind: 'saved' }),
    refused: observable<readonly RefusedWrite[]>([]),
  };
}

function roomOf(work: FakeSession, own: FakeSession = sessionWith()) {
  const sessions = observable<RoomSessions>({ work, private: own });
  const filter = observable<RecordFilter | null>(null);
  return { sessions, filter, records: createRoomRecords(sessions, filter) };
}

const fact = annotation('anna', 0, 9, 'fact');
const opinion = annotation('ben', 10, 15, 'opinion');
const note = annotation('anna', 3, 6, null);

test('[V1] private notes are among all and no figure counts them', () => {
  const { records } = roomOf(sessionWith(recordsOf([fact])), sessionWith(recordsOf([note])));
  expect([...records.all.get().annotations.keys()]).toEqual([fact.id, note.id]);
  expect([...records.work.get().annotations.keys()]).toEqual([fact.id]);
  expect(records.placeOf(fact.id)).toBe('work');
  expect(records.placeOf(note.id)).toBe('private');
  expect(records.placeOf('anna/gone-0000000')).toBeNull();
});

test('what did not change stays the same object', () => {
  const work = sessionWith(recordsOf([fact]));
  const answer = reply('ben', fact);
  const own = sessionWith(recordsOf([note], { replies: new Map([[answer.id, answer]]) }));
  const { records } = roomOf(work, own);
  const before = records.all.get();
  let changes = 0;
  records.all.subscribe(() => (changes += 1));
  work.records.set({ ...work.records.get() });
  expect([records.all.get(), changes]).toEqual([before, 0]);
  work.records.set(recordsOf([fact, opinion]));
  const after = records.all.get();
  expect(changes).toBe(1);
  expect(after).not.toBe(before);
  expect(after.replies).toBe(before.replies);
  expect(after.annotations.get(fact.id)).toBe(fact);
});

test('without private notes the maps of the place are given out as they are', () => {
  const work = sessionWith(recordsOf([fact]));
  const { records } = roomOf(work);
  expect(records.all.get().annotations).toBe(work.records.get().annotations);
  expect(records.shown.get()).toBe(records.all.get());
});

test('[F3] what the filter hides is not shown, and still counts', () => {
  const { records, filter } = roomOf(sessionWith(recordsOf([fact, opinion])));
  filter.set((all) => ({ ...all, annotations: new Map([[fact.id, fact]]) }));
  expect([...records.shown.get().annotations.keys()]).toEqual([fact.id]);
  expect(records.work.get().annotations.size).toBe(2);
  filter.set(null);
  expect(records.shown.get()).toBe(records.all.get());
});

test('[Z6] held over a move: at no moment is there nothing, and the old place is not followed any more', () => {
  const desk = sessionWith(recordsOf([fact]));
  const { records, sessions } = roomOf(desk, sessionWith(recordsOf([note])));
  const seen: number[] = [];
  records.shown.subscribe(() => seen.push(records.shown.get().annotations.size));
  // As a session does that is opened with `shownBefore`.
  const shared = sessionWith(desk.records.get());
  sessions.set({ work: shared, private: sessionWith(recordsOf([note])) });
  desk.records.set(NO_RECORDS);
  expect(seen.every((size) => size === 2)).toBe(true);
  expect(records.shown.get().annotations.get(fact.id)).toBe(fact);
  shared.records.set(recordsOf([fact, opinion]));
  expect(seen.at(-1)).toBe(3);
});

test('[C1] [C3] the chip says what is worse of both places; what was refused knows its place', () => {
  const [work, own] = [sessionWith(), sessionWith()];
  const { records } = roomOf(work, own);
  expect(records.saving.get()).toEqual({ kind: 'saved' });
  own.saving.set({ kind: 'saving', kept: 1 });
  expect(records.saving.get()).toEqual({ kind: 'saving', kept: 1 });
  const refused: RefusedWrite = {
    map: 'annotations',
    key: note.id,
    value: note,
    title: 'No.',
    rule: 'J9',
  };
  own.refused.set([refused]);
  expect(records.refused.get()).toEqual([{ ...refused, place: 'private' }]);
});
