import { expect, test } from 'vitest';
import { COMMANDS } from './commands/commands.ts';
import { keysOf } from './commands/command-for.ts';
import { chooseKey, chosenKey, commandWithKey, isChangeable } from './key-settings.ts';
import { keyWords } from './key-words.ts';
import type { KeyGiven } from './plain-key.ts';
import { openRoomSettings } from './room-settings.ts';

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const given = (key: string, more: Partial<KeyGiven> = {}): KeyGiven => ({ key, ...NONE, ...more });
const command = (id: string) => COMMANDS.find((one) => one.id === id)!;

test('[X4] single characters can be chosen, and nothing else', () => {
  const keys = [given('k'), given('K', { shiftKey: true }), given('?', { shiftKey: true })];
  expect(keys.map(chosenKey)).toEqual(['k', 'Shift+k', '?']);
  const not = [given('Enter'), given(' '), given('k', { ctrlKey: true }), given('ArrowUp')];
  expect(not.map(chosenKey)).toEqual([null, null, null, null]);
});

test('[X4] letters can be changed; arrows, Enter, Escape and what needs Ctrl stay', () => {
  expect(COMMANDS.filter(isChangeable).map(({ id }) => id)).toContain('comment');
  for (const id of ['next-sentence', 'open-here', 'back', 'undo'])
    expect(isChangeable(command(id))).toBe(false);
});

test('[X4] a chosen key is remembered, can be none, and the table’s own is the table’s again', () => {
  const settings = openRoomSettings('ann');
  const comment = command('comment');
  chooseKey(settings, comment, 'k');
  expect(keysOf(comment, settings)).toEqual(['k']);
  chooseKey(settings, comment, null);
  expect(keysOf(comment, settings)).toEqual([]);
  chooseKey(settings, comment, 'c');
  expect(settings.keys.get()).toEqual({});
});

test('[X4] says which command has a key already', () => {
  const settings = openRoomSettings('ann');
  const comment = command('comment');
  expect(commandWithKey(COMMANDS, settings, '1', comment)?.id).toBe('tag-fact');
  expect(commandWithKey(COMMANDS, settings, 'c', comment)).toBeNull();
});

test('[X4] no two commands have one single key from the start', () => {
  const keys = COMMANDS.filter(isChangeable).flatMap((one) => one.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('[X4] keys are shown as they are printed', () => {
  expect(keyWords('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyWords('Mod+ArrowDown', true)).toEqual(['⌘', '↓']);
});
