import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Assessment } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import { commentFromText } from '../annotation/comment.ts';
import { recordsOf } from '#tests/fixtures/records.ts';
import { agreementOf } from './agreement-of.ts';
import { bestPerSentence } from './best-per-sentence.ts';
import { coveredLength } from './covered-length.ts';
import { Evidence } from './evidence.ts';
import { RunningInsight, insightOf } from './insight-of.ts';
import { ofRevision } from './of-revision.ts';
import { contestScore, mostContested, passagesOf } from './passages.ts';
import { personsOf } from './reading-insight.ts';
import { gammaOf, sureInputsOf, surenessOf } from './sureness-of.ts';

/** Two revisions of a text: the second has a sentence more, and ends them elsewhere. */
const TEXTS = {
  first: { length: 60, blocks: blocksOf([0, 10], [10, 20], [20, 40], [40, 60]) },
  second: { length: 70, blocks: blocksOf([0, 14], [14, 20], [20, 33], [33, 50], [50, 70]) },
};
type Revision = keyof typeof TEXTS;
const PEOPLE = ['ann', 'ben', 'cora', 'dan'];

function blocksOf(...sentences: [start: number, end: number][]) {
  return sentences.map(([start, end]) => ({
    kind: 'paragraph' as const,
    start,
    end,
    sentences: [[start, end] as [number, number]],
  }));
}

/** What stands in the place's log: of whichever revision it was written. */
interface Standing {
  annotations: ReadonlyMap<string, Annotation>;
  assessments: ReadonlyMap<string, Assessment>;
  members: readonly string[];
  revision: Revision;
}

type Event =
  | { kind: 'put'; id: string; start: number; length: number; tag: string | null }
  | { kind: 'delete'; id: string }
  | { kind: 'done'; member: string; upTo: number | null }
  | { kind: 'leave'; member: string }
  | { kind: 'revise' }
  | { kind: 'undo' };

const member = fc.constantFrom(...PEOPLE);
const id = fc.tuple(member, fc.integer({ min: 1, max: 4 })).map(([who, n]) => `${who}/${n}`);
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      id,
      start: fc.nat(49),
      length: fc.integer({ min: 1, max: 20 }),
      tag: fc.constantFrom('fact', 'opinion', 'prediction', null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('done' as const),
      member,
      upTo: fc.option(fc.constantFrom(20, 60, 70)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), member }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'revise' }) },
  { weight: 2, arbitrary: fc.constant<Event>({ kind: 'undo' }) },
);

function after(now: Standing, event: Exclude<Event, { kind: 'undo' }>): Standing {
  const { annotations, assessments, members, revision } = now;
  switch (event.kind) {
    case 'put':
      return {
        ...now,
        annotations: new Map(annotations).set(event.id, markOf(event, revision)),
      };
    case 'delete':
      return { ...now, annotations: without(annotations, event.id) };
    case 'done': {
      const key = `${event.member}/done`;
      const left = without(assessments, key);
      if (event.upTo !== null) left.set(key, doneOf(key, event.member, event.upTo, revision));
      return { ...now, assessments: left };
    }
    case 'leave':
      return { ...now, members: members.filter((one) => one !== event.member) };
    case 'revise':
      return { ...now, revision: revision === 'first' ? 'second' : 'first' };
  }
}

function without<T>(all: ReadonlyMap<string, T>, key: string): Map<string, T> {
  const left = new Map(all);
  left.delete(key);
  return left;
}

function markOf(
  { id: key, start, length, tag }: Extract<Event, { kind: 'put' }>,
  revision: Revision,
): Annotation {
  return {
    id: key,
    author: key.split('/')[0] ?? '',
    created: '2026-01-01T12:00:00.000Z',
    target: { revision, start, end: start + length, exact: 'x', prefix: '', suffix: '' },
    tag,
    comment: length % 3 === 0 ? commentFromText('why?') : null,
  };
}

function doneOf(key: string, author: string, upTo: number, revision: Revision): Assessment {
  const created = '2026-01-02T12:00:00.000Z';
  return { id: key, author, created, kind: 'done', on: null, revision, upTo };
}

const recordsIn = ({ annotations, assessments }: Standing): Records =>
  recordsOf([], { annotations, assessments });

const evidenceFor = ({ revision, members }: Standing) => new Evidence(TEXTS[revision], members);

/** As the page does it: who is a member and which text it is make a new one. */
class Running {
  readonly #insight = new RunningInsight();
  #evidence: Evidence | null = null;
  #of: Standing | null = null;

  follow(now: Standing) {
    if (this.#of?.members !== now.members || this.#of.revision !== now.revision)
      this.#evidence = evidenceFor(now);
    this.#of = now;
    const records = ofRevision(recordsIn(now), now.revision);
    const evidence = this.#evidence as Evidence;
    evidence.follow(records);
    return shown(evidence, this.#insight.follow(records));
  }
}

/** The same from the definition: only what is of this revision, told at once. */
function batch(now: Standing) {
  const records = recordsOf(
    [...now.annotations.values()].filter(({ target }) => target.revision === now.revision),
    {
      assessments: new Map(
        [...now.assessments].filter(
          ([, one]) => one.kind === 'done' && one.revision === now.revision,
        ),
      ),
    },
  );
  const evidence = evidenceFor(now);
  evidence.follow(records);
  return shown(evidence, insightOf(records));
}

/** Without what names the votes’ order of coming. */
function shown(evidence: Evidence, insight: ReturnType<typeof insightOf>): unknown {
  const { dawidSkene: _, ...sureness } = surenessOf(sureInputsOf(evidence));
  const figures = {
    insight,
    agreement: agreementOf(evidence),
    persons: personsOf(evidence, PEOPLE),
    sureness,
    gamma: gammaOf(sureInputsOf(evidence)),
  };
  return JSON.parse(
    JSON.stringify(figures, (_key, value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(9)) : value,
    ),
  );
}

test('[N1] [N5] kept up to date is the same as counted anew after any sequence of add, edit, delete, undo, member leaves, done and revision change', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
      const running = new Running();
      const history: Standing[] = [
        { annotations: new Map(), assessments: new Map(), members: PEOPLE, revision: 'first' },
      ];
      for (const event of events) {
        const now = history.at(-1) as Standing;
        if (event.kind !== 'undo') history.push(after(now, event));
        else if (history.length > 1) history.pop();
        const standing = history.at(-1) as Standing;
        expect(running.follow(standing)).toEqual(batch(standing));
      }
    }),
    { numRuns: 40 },
  );
});

test('[N1] a new revision starts new votes: what was marked in the old one counts for nothing, until that comes back', () => {
  const first: Standing = {
    annotations: new Map([
      ['ann/1', markOf({ kind: 'put', id: 'ann/1', start: 0, length: 10, tag: 'fact' }, 'first')],
    ]),
    assessments: new Map([['ben/done', doneOf('ben/done', 'ben', 60, 'first')]]),
    members: PEOPLE,
    revision: 'first',
  };
  const running = new Running();
  const before = running.follow(first);
  expect(before).toMatchObject({ insight: { annotations: 1, done: 1 }, agreement: { people: 2 } });
  expect(running.follow({ ...first, revision: 'second' })).toMatchObject({
    insight: { annotations: 0, done: 0, passages: [] },
    agreement: { people: 0, done: [] },
  });
  expect(running.follow(first)).toEqual(before);
});

test('[N1] records that are all of the revision are given back as they are', () => {
  const records = recordsOf([]);
  expect(ofRevision(records, 'first')).toBe(records);
});

const anyMarks = fc.array(
  fc
    .tuple(member, fc.nat(50), fc.integer({ min: 1, max: 15 }), fc.constantFrom('fact', 'opinion'))
    .map(([who, start, length, tag]) => {
      const key = `${who}/${start}-${length}-${tag}`;
      return markOf({ kind: 'put', id: key, start, length, tag }, 'first');
    }),
  { maxLength: 60 },
);

test('passages kept up to date by single marks and by many at once are those found anew, with what each tag covers', () => {
  fc.assert(
    fc.property(anyMarks, anyMarks, (some, others) => {
      const running = new RunningInsight();
      for (const marks of [some, [...some.slice(2), ...others.slice(0, 3)], others, []]) {
        const { passages, tags } = running.follow(recordsOf(marks));
        expect(passages).toEqual(passagesOf(recordsOf(marks).annotations.values()));
        for (const { tag, characters } of tags)
          expect(characters).toBe(
            coveredLength(
              [...recordsOf(marks).annotations.values()]
                .filter((one) => one.tag === tag)
                .map(({ target }) => target),
            ),
          );
      }
    }),
  );
});

test('[IP1] the best passage of each sentence is the first of all that are ranked', () => {
  fc.assert(
    fc.property(anyMarks, fc.integer({ min: 1, max: 5 }), (marks, most) => {
      const { blocks } = TEXTS.first;
      const passages = passagesOf(marks);
      const sentenceOf = (offset: number) => blocks.findIndex(({ end }) => offset < end);
      const taken = new Set<number>();
      const first = mostContested(passages).filter(({ start }) => {
        const isFirst = !taken.has(sentenceOf(start));
        taken.add(sentenceOf(start));
        return isFirst;
      });
      expect(bestPerSentence(passages, blocks, contestScore, most)).toEqual(first.slice(0, most));
    }),
  );
});
