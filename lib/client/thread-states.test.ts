import { expect, test } from 'vitest';
import { annotation, recordsOf } from '#tests/fixtures/records.ts';
import type { ThreadAssessment } from '../annotation/thread-state.ts';
import { observable } from './observable.ts';
import { createThreadStates } from './thread-states.ts';

const begun = annotation('ann', 0, 5, null);
let next = 0;

function said(author: string, state: ThreadAssessment['state'], minute: number): ThreadAssessment {
  next += 1;
  const created = `2026-01-01T12:${String(minute).padStart(2, '0')}:00.000Z`;
  const id = `${author}/assessment-${next}`;
  return { id, author, created, kind: 'thread', on: begun.id, state };
}

function statesOver(...first: ThreadAssessment[]) {
  const recordsWith = (all: ThreadAssessment[]) =>
    recordsOf([begun], { assessments: new Map(all.map((one) => [one.id, one])) });
  const records = observable(recordsWith(first));
  const states = createThreadStates(records, (user) => user === 'ina');
  return {
    states,
    show: (...all: ThreadAssessment[]) => records.set(recordsWith(all)),
    now: () => states.deciding.get().get(begun.id)?.state,
  };
}

test('[T3] what stood at first is as the server says, not as clocks do', () => {
  const [late, early] = [said('ann', 'resolved', 50), said('ina', 'open', 10)];
  const { states, now } = statesOver(late, early);
  expect(now()).toBe('resolved');
  states.asked();
  states.answered({ [begun.id]: early.id });
  expect(now()).toBe('open');
});

test('[T3] what arrives later wins, whatever its clock says, and before the server has answered too', () => {
  const first = said('ann', 'resolved', 50);
  const { states, show, now } = statesOver(first);
  states.asked();
  const late = said('ina', 'open', 1);
  show(first, late);
  states.answered({ [begun.id]: first.id });
  expect(now()).toBe('open');
  show({ ...first, state: 'resolved', modified: '2026-01-01T12:02:00.000Z' }, late);
  expect(now()).toBe('resolved');
});

test('[T3] only who began it and instructors settle it, and what is taken back counts no more', () => {
  const first = said('ann', 'open', 1);
  const { show, now } = statesOver(first);
  show(first, said('ben', 'resolved', 2));
  expect(now()).toBe('open');
  const resolved = said('ina', 'resolved', 3);
  show(first, resolved);
  expect(now()).toBe('resolved');
  show(first);
  expect(now()).toBe('open');
});
