import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../annotation/record.ts';
import { krippendorffsAlpha } from './alpha.ts';
import { ratingsOf } from './ratings.ts';
import { RunningSentenceVotes } from './running-sentence-votes.ts';
import { type Mark, type Sentence, doneUpTo } from './sentence-vote.ts';
import { unitCountsOf } from './unit-counts.ts';
import type { Vote } from './vote.ts';

const SENTENCES: Sentence[] = [
  [0, 10],
  [11, 20],
  [20, 32],
  [34, 40],
];

const mark = (id: string, start: number, end: number, tag: string | null): Mark => ({
  id,
  author: id.split('/')[0] ?? '',
  tag,
  target: { start, end },
});

function votesAfter(marks: Mark[], done: [string, number][] = []) {
  const votes = new RunningSentenceVotes(SENTENCES);
  for (const one of marks) votes.put(one);
  for (const [member, upTo] of done) votes.done(member, upTo);
  return Object.fromEntries(votes.votes());
}

describe('a vote', () => {
  test('[N2] is the tag that covers most of the sentence, however many marks it took', () => {
    const marks = [
      mark('ann/1', 0, 4, 'fact'),
      mark('ann/2', 2, 5, 'fact'),
      mark('ann/3', 4, 10, 'opinion'),
    ];
    expect(votesAfter(marks)).toEqual({ ann: [['opinion'], null, null, null] });
  });

  test('[N2] [K5] is both on a tie, each counted in full where they overlap', () => {
    const marks = [mark('ann/1', 0, 25, 'opinion'), mark('ann/2', 5, 20, 'fact')];
    expect(votesAfter(marks)).toEqual({
      ann: [['opinion'], ['fact', 'opinion'], ['opinion'], null],
    });
  });

  test('[N3] for nothing needs a member who is done beyond the sentence', () => {
    expect(votesAfter([mark('ann/1', 34, 36, 'fact')], [['ann', 31]])).toEqual({
      ann: [[], [], null, ['fact']],
    });
    expect(votesAfter([], [['ann', 40]])).toEqual({ ann: [[], [], [], []] });
  });

  test('[N4] is missing for a comment without tag, and for who did nothing', () => {
    expect(votesAfter([mark('ann/1', 0, 10, null)])).toEqual({});
  });

  test('[N4] leaves with its member', () => {
    const votes = new RunningSentenceVotes(SENTENCES);
    votes.put(mark('ann/1', 0, 10, 'fact'));
    votes.put(mark('ann/2', 32, 34, 'fact'));
    votes.put(mark('ben/1', 0, 10, 'fact'));
    votes.done('ann', 40);
    votes.leave('ann');
    expect(Object.fromEntries(votes.votes())).toEqual({ ben: [['fact'], null, null, null] });
  });
});

test('[N3] who said more than once that they are done is done up to the furthest', () => {
  const done = (author: string, upTo: number): Assessment => ({
    id: `${author}/done-${upTo}`,
    author,
    created: '2026-01-01T12:00:00.000Z',
    kind: 'done',
    on: null,
    revision: 'r',
    upTo,
  });
  expect(doneUpTo([done('ann', 20), done('ann', 10), done('ben', 40)])).toEqual(
    new Map([
      ['ann', 20],
      ['ben', 40],
    ]),
  );
});

/** What stands: marks by id, and up to where each member is done. */
interface Standing {
  marks: ReadonlyMap<string, Mark>;
  done: ReadonlyMap<string, number>;
}

type Event =
  | { kind: 'put'; mark: Mark }
  | { kind: 'delete'; id: string }
  | { kind: 'done'; member: string; upTo: number | null }
  | { kind: 'leave'; member: string }
  | { kind: 'undo' };

const member = fc.constantFrom('ann', 'ben', 'cora');
const id = fc.tuple(member, fc.integer({ min: 1, max: 3 })).map(([who, n]) => `${who}/${n}`);
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      mark: fc
        .tuple(
          id,
          fc.integer({ min: 0, max: 41 }),
          fc.integer({ min: 1, max: 25 }),
          fc.constantFrom('fact', 'opinion', 'prediction', null),
        )
        .map(([key, start, length, tag]) => mark(key, start, start + length, tag)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('done' as const),
      member,
      upTo: fc.option(fc.integer({ min: 0, max: 42 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), member }) },
  { weight: 2, arbitrary: fc.constant<Event>({ kind: 'undo' }) },
);

function after({ marks, done }: Standing, event: Event): Standing {
  switch (event.kind) {
    case 'put':
      return { marks: new Map(marks).set(event.mark.id, event.mark), done };
    case 'delete':
      return { marks: new Map([...marks].filter(([key]) => key !== event.id)), done };
    case 'done': {
      const others = [...done].filter(([who]) => who !== event.member);
      const now = event.upTo === null ? [] : [[event.member, event.upTo] as const];
      return { marks, done: new Map([...others, ...now]) };
    }
    case 'leave':
      return {
        marks: new Map([...marks].filter(([, { author }]) => author !== event.member)),
        done: new Map([...done].filter(([who]) => who !== event.member)),
      };
    case 'undo':
      throw new Error('The caller undoes.');
  }
}

function tell(votes: RunningSentenceVotes, event: Event): void {
  if (event.kind === 'put') votes.put(event.mark);
  else if (event.kind === 'delete') votes.delete(event.id);
  else if (event.kind === 'done') votes.done(event.member, event.upTo);
  else if (event.kind === 'leave') votes.leave(event.member);
}

/** Tells what differs, as an undo does. */
function tellBack(votes: RunningSentenceVotes, from: Standing, to: Standing): void {
  for (const key of from.marks.keys()) if (!to.marks.has(key)) votes.delete(key);
  for (const [key, one] of to.marks) if (from.marks.get(key) !== one) votes.put(one);
  for (const who of new Set([...from.done.keys(), ...to.done.keys()]))
    votes.done(who, to.done.get(who) ?? null);
}

/** The definition, character by character. */
function batch({ marks, done }: Standing): Record<string, (Vote | null)[]> {
  const tagged = [...marks.values()].filter(({ tag }) => tag !== null);
  const members = new Set([...tagged.map(({ author }) => author), ...done.keys()]);
  return Object.fromEntries(
    [...members].sort().map((who) => {
      const own = tagged.filter(({ author }) => author === who);
      const votes = SENTENCES.map(([start, end]) => {
        const characters: Record<string, number> = {};
        for (let at = start; at < end; at += 1)
          for (const tag of new Set(
            own
              .filter(({ target }) => target.start <= at && at < target.end)
              .map(({ tag }) => tag ?? ''),
          ))
            characters[tag] = (characters[tag] ?? 0) + 1;
        const most = Math.max(0, ...Object.values(characters));
        const leading = Object.keys(characters).filter((tag) => characters[tag] === most);
        if (most > 0) return leading.sort();
        return end <= (done.get(who) ?? 0) ? [] : null;
      });
      return [who, votes];
    }),
  );
}

test('[N5] kept up to date is the same as counted anew, after any sequence of events', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const votes = new RunningSentenceVotes(SENTENCES);
      const history: Standing[] = [{ marks: new Map(), done: new Map() }];
      for (const event of events) {
        const now = history.at(-1) as Standing;
        if (event.kind !== 'undo') {
          history.push(after(now, event));
          tell(votes, event);
        } else if (history.length > 1) {
          history.pop();
          tellBack(votes, now, history.at(-1) as Standing);
        }
        const anew = batch(history.at(-1) as Standing);
        expect(Object.fromEntries(votes.votes())).toEqual(anew);
        expectSameAlpha(votes, Object.values(anew));
      }
    }),
  );
});

function expectSameAlpha(votes: RunningSentenceVotes, rows: (Vote | null)[][]): void {
  const anew = krippendorffsAlpha(unitCountsOf(ratingsOf(rows)));
  for (const counts of [votes.unitCounts(), unitCountsOf(votes.ratings())]) {
    const running = krippendorffsAlpha(counts);
    expect(running.defined).toBe(anew.defined);
    if (running.defined && anew.defined) {
      expect(running).toMatchObject({ units: anew.units, votes: anew.votes });
      expect(running.value).toBeCloseTo(anew.value, 12);
    } else expect(running).toEqual(anew);
  }
}
