import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import type { Annotation, AnyRecord } from '../annotation/record.ts';
import { observable } from './observable.ts';
import { createUndoHistory, type Ledger, type PlacedWrite } from './undo-history.ts';

const slotOf = ({ place, map, key }: Omit<PlacedWrite, 'value'>): string =>
  `${place} ${map} ${key}`;

function historyOf() {
  const records = new Map<string, AnyRecord>();
  const refused = observable<readonly PlacedWrite[]>([]);
  const writes: (readonly PlacedWrite[])[] = [];
  let open = true;
  let remains: AnyRecord | null = null;
  const ledger: Ledger = {
    read: (at) => records.get(slotOf(at)) ?? null,
    write(made) {
      writes.push(made);
      for (const one of made)
        if (one.value === null) records.delete(slotOf(one));
        else records.set(slotOf(one), one.value);
    },
    remains: () => remains,
    refused,
  };
  const steps = createUndoHistory('ines', ledger);
  return {
    history: {
      perform: steps.perform,
      undo: () => steps.undo(() => open),
      redo: () => steps.redo(() => open),
    },
    refused,
    writes,
    close: () => (open = false),
    open: () => (open = true),
    answered: (record: AnyRecord) => (remains = record),
    elsewhere: (one: PlacedWrite) => ledger.write([one]),
    get: ({ id }: Annotation) => records.get(`work annotations ${id}`) ?? null,
  };
}

const put = (mark: Annotation): PlacedWrite => ({
  place: 'work',
  map: 'annotations',
  key: mark.id,
  value: mark,
});
const removal = (mark: Annotation): PlacedWrite => ({ ...put(mark), value: null });

const DONE = { kind: 'some', written: 1, kept: 0 };
const fact = annotation('ines', 0, 9, 'fact');
const opinion = { ...fact, tag: 'opinion' };

test('[M7] takes my steps back, newest first, and does them again', () => {
  const { history, get } = historyOf();
  history.perform([put(fact)]);
  history.perform([put(opinion)]);
  history.perform([removal(fact)]);
  const seen = [history.undo, history.undo, history.undo].map((step) => [step(), get(fact)]);
  expect(seen).toEqual([
    [DONE, opinion],
    [DONE, fact],
    [DONE, null],
  ]);
  expect(history.undo()).toEqual({ kind: 'none' });
  expect([history.redo(), get(fact)]).toEqual([DONE, fact]);
  expect([history.redo(), get(fact)]).toEqual([DONE, opinion]);
  expect([history.undo(), get(fact)]).toEqual([DONE, fact]);
  expect([history.redo(), history.redo(), get(fact)]).toEqual([DONE, DONE, null]);
  expect(history.redo()).toEqual({ kind: 'none' });
});

test('[M7] something new forgets what could be redone', () => {
  const { history } = historyOf();
  history.perform([put(fact)]);
  history.undo();
  history.perform([put(annotation('ines', 10, 15, 'fact'))]);
  expect(history.redo()).toEqual({ kind: 'none' });
});

test('[M7] [M8] many records are one step and one write, each in the place where it stands', () => {
  const { history, writes } = historyOf();
  const note: PlacedWrite = { ...put(annotation('ines', 10, 15, null)), place: 'private' };
  history.perform([put(fact), note]);
  expect(history.undo()).toEqual({ kind: 'some', written: 2, kept: 0 });
  expect(writes[1]).toEqual([removal(fact), { ...note, value: null }]);
});

test('[M7] what was changed elsewhere since stays, and is told', () => {
  const { history, elsewhere, get } = historyOf();
  const other = annotation('ines', 10, 15, 'fact');
  history.perform([put(fact), put(other)]);
  elsewhere(put(opinion));
  expect(history.undo()).toEqual({ kind: 'some', written: 1, kept: 1 });
  expect([get(fact), get(other)]).toEqual([opinion, null]);
  expect(history.redo()).toEqual(DONE);
  expect([get(fact), get(other)]).toEqual([opinion, other]);
});

test('[M7] [J23] what a moderator deleted is not written again', () => {
  const { history, elsewhere, get } = historyOf();
  history.perform([put(fact)]);
  history.perform([put(opinion)]);
  elsewhere(removal(fact));
  const skipped = { kind: 'some', written: 0, kept: 1 };
  expect([history.undo(), history.undo(), history.redo()]).toEqual([
    skipped,
    skipped,
    { kind: 'none' },
  ]);
  expect(get(fact)).toBeNull();
});

test('[M7] [J22] what is another’s is written and is no step', () => {
  const { history, elsewhere, get } = historyOf();
  const theirs = annotation('ben', 0, 9, 'fact');
  elsewhere(put(theirs));
  history.perform([removal(theirs)]);
  expect(get(theirs)).toBeNull();
  expect(history.undo()).toEqual({ kind: 'none' });
});

test('[M7] a refused write leaves the history, the step before it stays', () => {
  const { history, refused, elsewhere, get } = historyOf();
  history.perform([put(fact)]);
  history.perform([put(opinion)]);
  elsewhere(put(fact));
  refused.set([put(opinion)]);
  expect([history.undo(), get(fact)]).toEqual([DONE, null]);
});

test('[M7] an undo that was refused is not redone', () => {
  const { history, refused, elsewhere } = historyOf();
  history.perform([put(fact)]);
  history.perform([put(opinion)]);
  history.undo();
  elsewhere(put(opinion));
  refused.set([put(fact)]);
  expect(history.redo()).toEqual({ kind: 'none' });
});

test('[M7] what changes nothing is no step', () => {
  const { history } = historyOf();
  history.perform([put(fact)]);
  history.perform([put({ ...fact })]);
  expect(history.undo()).toEqual(DONE);
  expect(history.undo()).toEqual({ kind: 'none' });
});

test('[M7] where I may not write now, the step waits', () => {
  const { history, close, open, get } = historyOf();
  history.perform([put(fact)]);
  close();
  expect([history.undo(), get(fact)]).toEqual([{ kind: 'barred' }, fact]);
  open();
  expect([history.undo(), get(fact)]).toEqual([DONE, null]);
});

test('[M7] two hundred steps are kept', () => {
  const { history, get } = historyOf();
  const marks = Array.from({ length: 201 }, () => annotation('ines', 0, 9, 'fact'));
  for (const mark of marks) history.perform([put(mark)]);
  let undone = 0;
  while (history.undo().kind === 'some') undone += 1;
  expect(undone).toBe(200);
  expect(get(marks[0]!)).toEqual(marks[0]);
});

test('[M7] what others answered is not taken from under their words: what remains is written, and can be redone', () => {
  const { history, writes, answered, get } = historyOf();
  const mark = annotation('ines', 0, 9, 'fact');
  history.perform([put(mark)]);
  const emptied = { ...mark, tag: null };
  answered(emptied);
  history.undo();
  expect(writes.at(-1)).toEqual([put(emptied)]);
  history.redo();
  expect(get(mark)).toEqual(mark);
});
