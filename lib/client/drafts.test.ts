import { expect, test, vi } from 'vitest';
import { commentFromText } from '../annotation/comment.ts';
import { type Draft, openDrafts } from './drafts.ts';

/** Web Storage without the browser: as there, the keys are the object's own. */
function memoryStorage(room = Infinity): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      if (value.length > room) throw new DOMException('Full', 'QuotaExceededError');
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

const draft = (words: string, begunFrom: string | null = null): Draft => ({
  comment: commentFromText(words),
  begunFrom,
});
const scope = { user: 'ines', reading: 'r1' };

test('a draft survives a reload and goes when it is sent', () => {
  const storage = memoryStorage();
  const before = openDrafts(scope, { storage, page: 'a' });
  before.saveDraft('new 3-8', draft('Half a thou'));
  const after = openDrafts(scope, { storage, page: 'b' });
  expect(after.loadDraft('new 3-8')).toMatchObject(draft('Half a thou'));
  after.saveDraft('new 3-8', draft('Half a thought'));
  expect(after.otherDrafts('new 3-8')).toEqual([]);
  after.clearDraft('new 3-8');
  expect(openDrafts(scope, { storage, page: 'c' }).loadDraft('new 3-8')).toBeNull();
});

test('nobody else sees it, and no other key', () => {
  const storage = memoryStorage();
  openDrafts(scope, { storage, page: 'a' }).saveDraft('k', draft('Mine'));
  expect(openDrafts({ ...scope, user: 'ben' }, { storage, page: 'b' }).loadDraft('k')).toBeNull();
  expect(openDrafts({ ...scope, reading: 'r2' }, { storage, page: 'b' }).loadDraft('k')).toBeNull();
  expect(openDrafts(scope, { storage, page: 'b' }).loadDraft('k2')).toBeNull();
});

test('two tabs that edit one comment keep both versions', () => {
  vi.useFakeTimers();
  const storage = memoryStorage();
  const [one, two] = [
    openDrafts(scope, { storage, page: 'a' }),
    openDrafts(scope, { storage, page: 'b' }),
  ];
  one.saveDraft('k', draft('From one', '2026-01-01'));
  vi.advanceTimersByTime(5);
  expect(two.loadDraft('k')).toMatchObject(draft('From one', '2026-01-01'));
  one.saveDraft('k', draft('From one, further', '2026-01-01'));
  vi.advanceTimersByTime(5);
  two.saveDraft('k', draft('From two', '2026-01-01'));
  expect(two.otherDrafts('k')).toMatchObject([draft('From one, further', '2026-01-01')]);
  expect(one.otherDrafts('k')).toMatchObject([draft('From two', '2026-01-01')]);
  two.clearDraft('k');
  expect(one.loadDraft('k')).toMatchObject(draft('From one, further', '2026-01-01'));
  vi.useRealTimers();
});

test('what waits is listed for this user and reading, and goes when it is discarded', () => {
  const storage = memoryStorage();
  const before = openDrafts(scope, { storage, page: 'a' });
  before.saveDraft('passage 3-8', draft('Half a thought'));
  before.saveDraft('reply x', draft('And an answer'));
  openDrafts({ ...scope, user: 'ben' }, { storage, page: 'a' }).saveDraft('k', draft('Not mine'));
  openDrafts({ ...scope, reading: 'r12' }, { storage, page: 'a' }).saveDraft('k', draft('Apart'));
  const after = openDrafts(scope, { storage, page: 'b' });
  const [first] = after.kept.get();
  expect(first).toEqual({ key: 'passage 3-8', comment: draft('Half a thought').comment });
  after.discardDraft('reply x');
  expect(after.kept.get()).toEqual([first]);
  expect(after.kept.get()[0]).toBe(first);
  after.loadDraft('passage 3-8');
  after.saveDraft('passage 3-8', draft('A whole thought'));
  expect(after.kept.get()).toMatchObject([{ comment: draft('A whole thought').comment }]);
  after.clearDraft('passage 3-8');
  expect(after.kept.get()).toEqual([]);
});

test.each([null, memoryStorage(3)])('without room a draft lives as long as the page', (storage) => {
  const drafts = openDrafts(scope, { storage, page: 'a' });
  expect(drafts.saveDraft('k', draft('Words'))).toBe(false);
  expect(drafts.loadDraft('k')).toMatchObject(draft('Words'));
  drafts.clearDraft('k');
  expect(drafts.loadDraft('k')).toBeNull();
});
