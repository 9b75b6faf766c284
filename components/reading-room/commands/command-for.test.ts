import { expect, test } from 'vitest';
import type { KeyGiven } from '../plain-key.ts';
import { newRoom } from '../new-room.ts';
import type { Room } from '../room.ts';
import { commandFor } from './command-for.ts';
import { COMMANDS } from './commands.ts';

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const given = (key: string, more: Partial<KeyGiven> = {}): KeyGiven => ({ key, ...NONE, ...more });

/** What the key does in a room in which this much is at hand. */
function roomWith(selected: boolean): Room {
  const parts = newRoom('ann');
  if (selected) parts.state.selection.set({ start: 0, end: 4 });
  return parts as unknown as Room;
}
const idFor = (room: Room, key: KeyGiven): string | undefined =>
  commandFor(COMMANDS, room, key)?.id;

test('[M5] a key that has nothing to act on is not ours', () => {
  const keys = [given('1'), given('c'), given('Escape'), given('v'), given('z', { ctrlKey: true })];
  expect(keys.map((key) => idFor(roomWith(false), key))).toEqual([
    undefined,
    undefined,
    undefined,
    'paint',
    'undo',
  ]);
  expect(keys.map((key) => idFor(roomWith(true), key))).toEqual([
    'tag-fact',
    'comment',
    'back',
    'paint',
    'undo',
  ]);
});

test('[X4] single keys can be switched off, the others stay', () => {
  const room = roomWith(true);
  room.settings.singleKeys.set(false);
  expect(idFor(room, given('1'))).toBeUndefined();
  expect(idFor(room, given('Escape'))).toBe('back');
  expect(idFor(room, given('z', { metaKey: true }))).toBe('undo');
});

test('[X4] a key that I chose takes the place of the table’s', () => {
  const room = roomWith(true);
  room.settings.keys.set({ comment: ['k'] });
  expect(idFor(room, given('k'))).toBe('comment');
  expect(idFor(room, given('c'))).toBeUndefined();
});

test('no two commands have one id', () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
});
