import { expect, test } from 'vitest';
import { keepDraft, keptDraft, NOTHING_TYPED, type OutcomeDraft } from './outcome-draft.ts';

const of = { user: 'anna', reading: 'r1', marks: ['anna/a000000001', 'ben/b000000001'] };
const draft: OutcomeDraft = {
  result: 'false',
  date: '2022-12-31',
  evidence: [{ url: 'example.org', quote: 'We “stand”.', note: '' }],
  sent: null,
};

test('[PP9] what is typed is kept by person, reading and prediction, whichever mark stands for it', () => {
  const storage = newStorage();
  keepDraft(of, draft, storage);
  expect(keptDraft(of, storage)).toEqual(draft);
  expect(keptDraft({ ...of, marks: of.marks.toReversed() }, storage)).toEqual(draft);
  for (const other of [
    { ...of, user: 'ben' },
    { ...of, reading: 'r2' },
    { ...of, marks: ['anna/a000000002'] },
  ])
    expect(keptDraft(other, storage)).toBeNull();
});

test('[PP9] there is one draft, and emptying it leaves nothing', () => {
  const storage = newStorage();
  keepDraft(of, draft, storage);
  keepDraft({ ...of, marks: of.marks.toReversed() }, { ...draft, date: '' }, storage);
  expect(keptDraft(of, storage)).toEqual({ ...draft, date: '' });
  keepDraft(of, null, storage);
  expect(keptDraft(of, storage)).toBeNull();
  expect(storage.length).toBe(0);
});

test.each(['', '{', 'null', '[]', '{"evidence":[]}', '{"evidence":[null]}'])(
  '[PP9] what is no draft is none: %s',
  (stored) => {
    const storage = newStorage();
    keepDraft(of, NOTHING_TYPED, storage);
    storage.setItem(storage.key(0)!, stored);
    expect(keptDraft(of, storage)).toBeNull();
  },
);

function newStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (name) => items.get(name) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (name) => void items.delete(name),
    setItem: (name, value) => void items.set(name, value),
  };
}
