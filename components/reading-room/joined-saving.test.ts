import { expect, test } from 'vitest';
import type { SaveState } from '#lib/client/reading-session.ts';
import { joinedSaving } from './joined-saving.ts';

const SAVED: SaveState = { kind: 'saved' };
const CONNECTING: SaveState = { kind: 'connecting' };
const saving = (kept: number): SaveState => ({ kind: 'saving', kept });
const offline = (kept: number): SaveState => ({ kind: 'offline', kept });

test.each([
  [SAVED, SAVED, SAVED],
  [SAVED, CONNECTING, CONNECTING],
  [SAVED, saving(2), saving(2)],
  [saving(1), saving(2), saving(3)],
  [saving(1), CONNECTING, CONNECTING],
  [CONNECTING, offline(1), offline(1)],
  [offline(1), saving(2), offline(3)],
])('[C1] of two places the worse is said: %j and %j', (a, b, both) => {
  expect(joinedSaving(a, b)).toEqual(both);
  expect(joinedSaving(b, a)).toEqual(both);
});

test('[C2] a place that keeps nothing over a reload makes both volatile', () => {
  expect(joinedSaving({ kind: 'saving', kept: 1, volatile: true }, offline(1))).toEqual({
    kind: 'offline',
    kept: 2,
    volatile: true,
  });
});
