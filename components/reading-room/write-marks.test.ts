import { expect, test } from 'vitest';
import type { RecordWrite } from '#lib/client/reading-session.ts';
import type { ReadingPage } from '#lib/protocol/http.ts';
import { createWaitingSession } from './waiting-session.ts';
import { startComment } from './passage-in-hand.ts';
import { newRoom } from './new-room.ts';
import type { Room } from './room.ts';
import { tagPassage } from './write-marks.ts';

const text = 'One word after another. '.repeat(4000);

function roomOf(): { room: Room; sent: RecordWrite[] } {
  const sent: RecordWrite[] = [];
  const session = {
    ...createWaitingSession(),
    apply: (writes: readonly RecordWrite[]) => void sent.push(...writes),
  };
  const reading = { revision: 'r', role: 'annotator', phase: 'open' };
  const page = { reading, text, blocks: [], user: { id: 'ann', name: 'Ann' } };
  const parts = newRoom('ann');
  parts.open({ work: session, private: createWaitingSession() });
  const room = { ...parts, page: page as unknown as ReadingPage, session };
  return { room: room as unknown as Room, sent };
}

test('a passage too long for a record is not sent, and that is said once', () => {
  const { room, sent } = roomOf();
  tagPassage(room, { start: 0, end: 70_000 }, 'fact');
  startComment(room, { start: 0, end: 70_000 });
  expect(sent).toEqual([]);
  expect(room.state.notice.get()).toMatch(/^This passage is too long to mark at once/);
  expect(room.state.announced.get()).toBe('');
  expect(room.state.writing.get()).toBeNull();
});

test('a shorter one is marked, and takes the notice away', () => {
  const { room, sent } = roomOf();
  tagPassage(room, { start: 0, end: 70_000 }, 'fact');
  tagPassage(room, { start: 0, end: 60_000 }, 'fact');
  expect(sent).toHaveLength(1);
  expect(room.state.notice.get()).toBe('');
  expect(room.state.announced.get()).toBe('Marked as fact.');
});
