import { expect, test } from 'vitest';
import { givesKey, isSingleKey, type KeyGiven } from './plain-key.ts';

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const given = (key: string, more: Partial<KeyGiven> = {}): KeyGiven => ({ key, ...NONE, ...more });
const shiftKey = true;
const ctrlKey = true;

test.each<[KeyGiven, string, boolean]>([
  [given('1'), '1', true],
  [given('1', { shiftKey }), '1', true],
  [given('?', { shiftKey }), '?', true],
  [given('&', { shiftKey }), '1', false],
  [given('c'), 'c', true],
  [given('C'), 'c', true],
  [given('C', { shiftKey }), 'c', false],
  [given('X', { shiftKey }), 'Shift+x', true],
  [given('x'), 'Shift+x', false],
  [given('c', { ctrlKey }), 'c', false],
  [given('1', { ctrlKey }), '1', false],
  [given('1', { altKey: true }), '1', false],
  [given('1', { metaKey: true }), '1', false],
  [given('z', { ctrlKey }), 'Mod+z', true],
  [given('z', { metaKey: true }), 'Mod+z', true],
  [given('z', { ctrlKey, altKey: true }), 'Mod+z', false],
  [given('Z', { ctrlKey, shiftKey }), 'Mod+z', false],
  [given('Z', { ctrlKey, shiftKey }), 'Mod+Shift+z', true],
  [given('Escape'), 'Escape', true],
  [given('Escape', { shiftKey }), 'Escape', false],
  [given('ArrowDown', { altKey: true }), 'Alt+ArrowDown', true],
])('[M5] %j is %s: %s', (event, key, is) => {
  expect(givesKey(event, key)).toBe(is);
});

test('[X4] single characters can be told from the keys that always stay', () => {
  const keys = ['1', 'c', 'Shift+x', '?', 'Mod+z', 'Escape', 'ArrowDown', 'Alt+ArrowDown'];
  expect(keys.filter(isSingleKey)).toEqual(['1', 'c', 'Shift+x', '?']);
});
