import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentFromText } from '../annotation/comment.ts';
import { REVISION, annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { insightOf } from './insight-of.ts';
import { mostContested, passagesOf } from './passages.ts';
import { segmentsOf } from './segments.ts';
import { tagCountsOf } from './tag-counts.ts';
import { depthStep, entropy, isContested, leadingTag, votesOf } from './votes.ts';

const TAGS = ['fact', 'prediction', 'opinion', null];
const anyAnnotations = fc.array(
  fc
    .tuple(
      fc.constantFrom('ann', 'ben', 'cora', 'dan'),
      fc.integer({ min: 0, max: REVISION.text.length - 1 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(...TAGS),
    )
    .map(([author, start, length, tag]) =>
      annotation(author, start, Math.min(REVISION.text.length, start + length), tag, {
        comment: tag === null ? commentFromText('why?') : null,
      }),
    ),
  { maxLength: 25 },
);

describe('segmentsOf', () => {
  it('flattens overlaps into disjoint stretches, shortest annotation first', () => {
    const long = annotation('ann', 0, 20, 'fact');
    const short = annotation('ben', 5, 10, 'opinion');
    expect(
      segmentsOf([long, short]).map(({ start, end, annotations }) => [
        start,
        end,
        annotations.map(({ id }) => id),
      ]),
    ).toEqual([
      [0, 5, [long.id]],
      [5, 10, [short.id, long.id]],
      [10, 20, [long.id]],
    ]);
  });

  it('covers each character with exactly the annotations over it', () => {
    fc.assert(
      fc.property(anyAnnotations, (annotations) => {
        const segments = segmentsOf(annotations);
        for (let at = 0; at < REVISION.text.length; at += 1) {
          const over = annotations.filter(({ target }) => target.start <= at && at < target.end);
          const here = segments.filter(({ start, end }) => start <= at && at < end);
          expect(here.length).toBe(over.length > 0 ? 1 : 0);
          expect(new Set(here[0]?.annotations ?? [])).toEqual(new Set(over));
        }
      }),
    );
  });
});

describe('votes', () => {
  it('count members, not marks', () => {
    const votes = votesOf([
      annotation('ann', 0, 5, 'fact'),
      annotation('ann', 0, 5, 'fact'),
      annotation('ben', 0, 5, 'opinion'),
      annotation('cora', 0, 5, null),
    ]);
    expect(votes).toEqual({ members: 3, tagged: 2, tags: { fact: 1, opinion: 1 } });
    expect(leadingTag(votes)).toBeNull();
  });

  it('are contested from three members on, when the leading tag has under two thirds', () => {
    expect(isContested({ tagged: 12, tags: { fact: 7, opinion: 3, prediction: 2 } })).toBe(true);
    expect(isContested({ tagged: 3, tags: { fact: 2, opinion: 1 } })).toBe(false);
    expect(isContested({ tagged: 2, tags: { fact: 1, opinion: 1 } })).toBe(false);
  });

  it('step at 1, 2, 4 and 8 members', () => {
    expect([1, 2, 3, 4, 7, 8, 30].map(depthStep)).toEqual([1, 2, 2, 3, 3, 4, 4]);
  });

  it('have an entropy in bits', () => {
    expect(entropy({ fact: 4 })).toBe(0);
    expect(entropy({ fact: 1, opinion: 1 })).toBe(1);
    expect(entropy({ fact: 2, opinion: 2, prediction: 2 })).toBeCloseTo(Math.log2(3), 12);
    expect(entropy({})).toBe(0);
  });
});

describe('passages', () => {
  it('are the stretches with the same voters, whatever lies on one another', () => {
    fc.assert(
      fc.property(anyAnnotations, (annotations) => {
        const expected: { start: number; end: number; voters: string }[] = [];
        for (const { start, end, annotations: here } of segmentsOf(annotations)) {
          const given = here.map(({ author, tag }) => `${author} ${tag ?? ''}`);
          const voters = [...new Set(given)].sort().join();
          const last = expected.at(-1);
          if (last?.end === start && last.voters === voters) last.end = end;
          else expected.push({ start, end, voters });
        }
        expect(passagesOf(annotations).map(({ start, end }) => [start, end])).toEqual(
          expected.map(({ start, end }) => [start, end]),
        );
      }),
    );
  });

  it('join neighbours over which the same members gave the same tags', () => {
    const passages = passagesOf([
      annotation('ann', 0, 10, 'fact'),
      annotation('ann', 10, 20, 'fact'),
      annotation('ben', 20, 30, 'fact'),
    ]);
    expect(passages).toEqual([
      { start: 0, end: 20, members: 1, tags: { fact: 1 } },
      { start: 20, end: 30, members: 1, tags: { fact: 1 } },
    ]);
  });

  it('rank by how split they are, and by how many marked them', () => {
    const passages = [
      { start: 0, end: 5, members: 4, tags: { fact: 4 } },
      { start: 5, end: 9, members: 3, tags: { fact: 2, opinion: 1 } },
      { start: 9, end: 15, members: 2, tags: { fact: 1, opinion: 1 } },
      { start: 15, end: 30, members: 4, tags: { fact: 2, opinion: 2 } },
      { start: 30, end: 50, members: 1, tags: { fact: 1 } },
    ];
    expect(mostContested(passages).map(({ start }) => start)).toEqual([15, 5, 9]);
  });
});

describe('insightOf', () => {
  it('is all zeros, not NaN, without annotations', () => {
    expect(insightOf(recordsOf([]))).toEqual({
      annotations: 0,
      members: 0,
      comments: 0,
      replies: 0,
      done: 0,
      tags: [],
      people: [],
      passages: [],
    });
  });

  it('adds up what a small group did', () => {
    const contested = annotation('ann', 0, 26, 'fact', {
      comment: commentFromText('Which gauge?'),
    });
    const records = recordsOf(
      [
        contested,
        annotation('ben', 0, 26, 'opinion'),
        annotation('ben', 27, 50, 'prediction'),
        annotation('ann', 20, 40, 'fact'),
      ],
      { replies: new Map([['r', reply('ben', contested)]]) },
    );
    const insight = insightOf(records);
    expect(insight).toMatchObject({ annotations: 4, members: 2, comments: 1, replies: 1 });
    expect(insight.tags).toEqual([
      { tag: 'fact', annotations: 2, characters: 40, share: 0.5 },
      { tag: 'opinion', annotations: 1, characters: 26, share: 0.25 },
      { tag: 'prediction', annotations: 1, characters: 23, share: 0.25 },
    ]);
    expect(insight.people).toEqual([
      { user: 'ann', tags: { fact: 2 } },
      { user: 'ben', tags: { opinion: 1, prediction: 1 } },
    ]);
  });

  it('does not count what its author took back', () => {
    const takenBack = annotation('ann', 0, 26, null);
    expect(insightOf(recordsOf([takenBack])).annotations).toBe(0);
    expect(insightOf(recordsOf([takenBack])).passages).toEqual([]);
  });

  it('does not depend on the order of the records, and its shares sum to 1', () => {
    fc.assert(
      fc.property(anyAnnotations, (annotations) => {
        const forward = insightOf(recordsOf(annotations));
        expect(insightOf(recordsOf([...annotations].toReversed()))).toEqual(forward);
        const counts = tagCountsOf(recordsOf(annotations));
        expect(counts.tags).toEqual(
          Object.fromEntries(forward.tags.map((tag) => [tag.tag, tag.annotations])),
        );
        expect(counts.done.size).toBe(forward.done);
        const sum = forward.tags.reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo(forward.tags.length > 0 ? 1 : 0, 12);
      }),
    );
  });
});
