import { expect, it } from 'vitest';
import { FixtureLog, LEDGER_TEXT, sentenceRange } from './ledger-fixture.ts';
import type { Prediction } from './prediction.ts';
import { predictionsOf } from './predictions-of.ts';

const TODAY = '2026-06-01';

function all(log: FixtureLog): Prediction[] {
  return predictionsOf(log.reading(), TODAY);
}

function only(log: FixtureLog): Prediction {
  const [one, more] = all(log);
  if (one === undefined || more !== undefined) throw new Error('not one prediction');
  return one;
}

it('[PR1] marks that share more than half of each are one prediction, under the range that most chose', () => {
  const log = new FixtureLog();
  const { start, end } = sentenceRange(3);
  log.markRange('ann', { start: start + 6, end });
  const bens = log.mark('ben', 3);
  const cora = log.mark('cora', 3);
  log.markRange('dan', { start, end: start + 8 });
  const [fragment, sentence] = all(log).toSorted((a, b) => a.end - b.end);
  expect(sentence).toMatchObject({ start, end, words: LEDGER_TEXT.slice(start, end) });
  expect(sentence?.marks.map(({ user }) => user)).toEqual(['ann', 'ben', 'cora']);
  expect(sentence?.marks.map(({ id }) => id)).toEqual(expect.arrayContaining([bens, cora]));
  expect(fragment).toMatchObject({ words: 'Event 03', before: '', after: ' will come.' });
});

it('[PR1] exactly half in common is not the same', () => {
  const log = new FixtureLog();
  log.markRange('ann', { start: 0, end: 10 });
  log.markRange('ben', { start: 5, end: 15 });
  expect(all(log)).toHaveLength(2);
});

it('[PR1] what is tagged otherwise or taken back is no prediction', () => {
  const log = new FixtureLog();
  log.mark('ann', 0, { tag: 'opinion' });
  log.mark('ann', 1, { tag: null });
  expect(all(log)).toEqual([]);
});

it('[PR2] what was said of a mark that lost its tag still counts where its passage is one', () => {
  const log = new FixtureLog();
  const lost = log.mark('ann', 0, { tag: null });
  log.mark('ben', 0);
  const id = log.sounds('cora', lost, 4);
  log.sounds('dan', 'gone/record-000001', 1);
  expect(only(log).howSure.people).toEqual([{ id, user: 'cora', step: 4 }]);
});

it('[PR3] [PR7] each member has one step, the last logged; the group has the median', () => {
  const log = new FixtureLog();
  const on = log.mark('ann', 0);
  expect(only(log).howSure).toEqual({ people: [], median: null, percent: null });
  const early = log.sounds('ann', on, 1);
  log.sounds('ann', on, 5);
  log.sounds('ben', on, 4);
  expect(only(log).howSure).toMatchObject({ median: 4.5, percent: 85 });
  log.sounds('cora', on, 2);
  expect(only(log).howSure).toMatchObject({ median: 4, percent: 75 });
  log.touch(early);
  expect(only(log).howSure).toMatchObject({ median: 2, percent: 25 });
});

it('[PR4] the voice that most gave; a mark without one speaks for the author, or for a quotation’s source', () => {
  const log = new FixtureLog();
  log.mark('ann', 0, { voice: { kind: 'quoted', who: 'Reuters' } });
  log.mark('ben', 0);
  expect(only(log).speaker).toEqual({ voice: 'quoted', who: 'Reuters' });
  log.mark('cora', 0, { voice: { kind: 'author' } });
  expect(only(log).speaker).toEqual({ voice: 'author', who: null });
  const reading = log.reading();
  const [block] = reading.blocks;
  const quoted = { ...block!, kind: 'quotation' as const, source: 'The Times' };
  log.drop(log.entries.at(-1)!.record.id);
  log.drop(log.entries[0]!.record.id);
  const [quotation] = predictionsOf({ ...reading, blocks: [quoted] }, TODAY);
  expect(quotation?.speaker).toEqual({ voice: 'quoted', who: 'The Times' });
});

it('[PR5] the date that most wrote, then the latest; other words are shown and are no date', () => {
  const log = new FixtureLog();
  const by = (words: string): object => ({ prediction: { by: words, judgedBy: 'the record' } });
  log.mark('ann', 0, by('2024'));
  log.mark('ben', 0, by('March 2023'));
  log.mark('cora', 0, by('soon'));
  expect(only(log)).toMatchObject({
    by: { words: ['2024', 'March 2023', 'soon'], due: '2024-12-31', passed: true },
    judgedBy: ['the record'],
  });
  log.mark('dan', 0, by('2023-03'));
  expect(only(log).by.due).toBe('2023-03-31');
});

it('[PR6] a date passes with its last day; without one it has passed where the article is old', () => {
  const log = new FixtureLog();
  log.mark('ann', 0, { prediction: { by: 'June 2026' } });
  const passed = (today: string, written: string | null = null): boolean | undefined => {
    const article = { id: 'a', title: 'A', written };
    return predictionsOf(log.reading({ article }), today)[0]?.by.passed;
  };
  expect(passed('2026-06-30')).toBe(false);
  expect(passed('2026-07-01')).toBe(true);
  expect(passed('2026-06-30', 'January 2022')).toBe(false);
  log.entries.length = 0;
  log.mark('ann', 0, { prediction: { by: 'some day' } });
  expect(passed('2026-06-30')).toBe(false);
  expect(passed('2026-06-30', 'October 2022')).toBe(true);
  expect(passed('2026-06-30', 'long ago')).toBe(false);
  expect(passed('2026-06-30', 'July 2025')).toBe(false);
});

it('[PR8] the outcome logged last counts; only another member’s agreement signs it', () => {
  const log = new FixtureLog();
  const on = log.mark('ann', 0);
  const first = log.outcome('ann', on, 'false');
  log.signoff('ann', first);
  expect(only(log)).toMatchObject({ state: 'due', outcome: { signedBy: [] } });
  log.signoff('ben', first, false);
  expect(only(log)).toMatchObject({ state: 'due', outcome: { signedBy: [], refusedBy: ['ben'] } });
  log.signoff('ben', first);
  expect(only(log)).toMatchObject({
    state: 'resolved',
    outcome: { signedBy: ['ben'], refusedBy: [] },
  });
  const second = log.outcome('cora', on, 'true');
  const { outcome, earlierOutcomes, state } = only(log);
  expect(outcome).toMatchObject({ id: second, signedBy: [] });
  expect(earlierOutcomes.map(({ id }) => id)).toEqual([first]);
  expect(state).toBe('due');
});

it('[PR8] what was written again after it was signed is unsigned', () => {
  const log = new FixtureLog();
  const outcome = log.outcome('ann', log.mark('ann', 0), 'true');
  log.signoff('ben', outcome);
  log.touch(outcome);
  expect(only(log)).toMatchObject({ state: 'due', outcome: { signedBy: [] } });
});

it('[PR9] open until the date has passed or an outcome waits; an outcome that says “open” settles nothing', () => {
  const log = new FixtureLog();
  const on = log.mark('ann', 0, { prediction: { by: '2030' } });
  expect(only(log).state).toBe('open');
  const open = log.outcome('ann', on, 'open');
  log.signoff('ben', open);
  expect(only(log).state).toBe('open');
  log.outcome('ann', on, 'void');
  expect(only(log).state).toBe('due');
});

it('[PR10] a forecast logged after the first outcome is hindsight, and so is one edited after it', () => {
  const log = new FixtureLog();
  const on = log.mark('ann', 0, { prediction: { by: '2030' } });
  const before = log.forecast('ann', on, 80);
  log.forecast('ben', on, 10);
  const outcome = log.outcome('ann', on, 'true');
  log.outcome('ann', on, 'false');
  log.forecast('ben', on, 99);
  const of = (): string[] =>
    only(log).forecasts.map(({ user, percent, hindsight }) => `${user} ${percent} ${hindsight}`);
  expect(of()).toEqual(['ann 80 false', 'ben 10 false', 'ben 99 true']);
  log.touch(before);
  expect(of()).toEqual(['ben 10 false', 'ann 80 true', 'ben 99 true']);
  log.drop(outcome);
  expect(of()).toEqual(['ben 10 false', 'ann 80 true', 'ben 99 true']);
});

it('[PR10] an outcome that was taken back, or says that it is open, hides nothing', () => {
  const log = new FixtureLog();
  const on = log.mark('ann', 0);
  const mistaken = log.outcome('ann', on, 'true');
  log.outcome('ann', on, 'open');
  log.forecast('ben', on, 40);
  log.drop(mistaken);
  expect(only(log).forecasts).toMatchObject([{ user: 'ben', hindsight: false }]);
});
