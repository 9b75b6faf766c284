import { afterEach, expect, test, vi } from 'vitest';
import { commentFromText } from '../annotation/comment.ts';
import { type Draft, type Drafts, openDrafts } from './drafts.ts';

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

afterEach(() => vi.useRealTimers());

/** A page, and what the browser says when it is left. */
function openPage(
  storage: Storage | null,
  page: string,
  of = scope,
): Drafts & { leave: () => void } {
  const leaving = new EventTarget();
  return {
    ...openDrafts(of, { storage, page, leaving }),
    leave: () => leaving.dispatchEvent(new Event('pagehide')),
  };
}

test('a draft survives a reload and goes when it is sent', () => {
  const storage = memoryStorage();
  const before = openPage(storage, 'a');
  before.saveDraft('new 3-8', draft('Half a thou'));
  before.leave();
  const after = openPage(storage, 'b');
  expect(after.loadDraft('new 3-8')).toMatchObject(draft('Half a thou'));
  after.saveDraft('new 3-8', draft('Half a thought'));
  after.leave();
  expect(after.otherDrafts('new 3-8')).toEqual([]);
  after.clearDraft('new 3-8');
  expect(openPage(storage, 'c').loadDraft('new 3-8')).toBeNull();
});

test('nobody else sees it, and no other key', () => {
  const storage = memoryStorage();
  const page = openPage(storage, 'a');
  page.saveDraft('k', draft('Mine'));
  page.leave();
  expect(openPage(storage, 'b', { ...scope, user: 'ben' }).loadDraft('k')).toBeNull();
  expect(openPage(storage, 'b', { ...scope, reading: 'r2' }).loadDraft('k')).toBeNull();
  expect(openPage(storage, 'b').loadDraft('k2')).toBeNull();
});

test('two tabs that edit one comment keep both versions', () => {
  vi.useFakeTimers();
  const storage = memoryStorage();
  const [one, two] = [openPage(storage, 'a'), openPage(storage, 'b')];
  one.saveDraft('k', draft('From one', '2026-01-01'));
  vi.advanceTimersByTime(200);
  expect(two.loadDraft('k')).toMatchObject(draft('From one', '2026-01-01'));
  one.saveDraft('k', draft('From one, further', '2026-01-01'));
  vi.advanceTimersByTime(200);
  two.saveDraft('k', draft('From two', '2026-01-01'));
  vi.advanceTimersByTime(200);
  expect(two.otherDrafts('k')).toMatchObject([draft('From one, further', '2026-01-01')]);
  expect(one.otherDrafts('k')).toMatchObject([draft('From two', '2026-01-01')]);
  two.clearDraft('k');
  expect(one.loadDraft('k')).toMatchObject(draft('From one, further', '2026-01-01'));
});

test('what waits is listed for this user and reading, and goes when it is discarded', () => {
  const storage = memoryStorage();
  const before = openPage(storage, 'a');
  before.saveDraft('passage 3-8', draft('Half a thought'));
  before.saveDraft('reply x', draft('And an answer'));
  const notMine = openPage(storage, 'a', { ...scope, user: 'ben' });
  notMine.saveDraft('k', draft('Not mine'));
  const apart = openPage(storage, 'a', { ...scope, reading: 'r12' });
  apart.saveDraft('k', draft('Apart'));
  for (const page of [before, notMine, apart]) page.leave();
  const after = openPage(storage, 'b');
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

test('while one types nothing is stored; a pause, or leaving, stores the last words', () => {
  vi.useFakeTimers();
  const storage = memoryStorage();
  const setItem = vi.spyOn(storage, 'setItem');
  const page = openPage(storage, 'a');
  for (const words of ['H', 'Ha', 'Half']) {
    page.saveDraft('k', draft(words));
    vi.advanceTimersByTime(100);
  }
  expect(setItem).not.toHaveBeenCalled();
  expect(page.kept.get()).toEqual([{ key: 'k', comment: draft('Half').comment }]);
  vi.advanceTimersByTime(100);
  expect(openPage(storage, 'b').loadDraft('k')).toMatchObject(draft('Half'));
  page.saveDraft('k', draft('Half a thought'));
  page.leave();
  page.saveDraft('k', draft('gone'));
  page.clearDraft('k');
  vi.runAllTimers();
  expect(setItem).toHaveBeenCalledTimes(2);
  expect(page.loadDraft('k')).toBeNull();
});

test.each([null, memoryStorage(3)])('without room a draft lives as long as the page', (storage) => {
  const drafts = openPage(storage, 'a');
  drafts.saveDraft('k', draft('Words'));
  drafts.leave();
  expect(drafts.loadDraft('k')).toMatchObject(draft('Words'));
  drafts.clearDraft('k');
  expect(drafts.loadDraft('k')).toBeNull();
});
