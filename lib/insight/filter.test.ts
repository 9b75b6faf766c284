import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { filterOf, queryOf } from './filter-query.ts';
import { EVERYTHING, type Filter, hides, QUALITIES } from './filter.ts';
import { filtered, type Looker } from './filtered.ts';

const TAGS = ['fact', 'prediction', 'opinion'];
const user = fc
  .stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
  .filter((id) => id !== 'mine' && id !== 'none');
const filters: fc.Arbitrary<Filter> = fc.record({
  show: fc.oneof(
    fc.constantFrom('everyone' as const, 'mine' as const, 'none' as const),
    fc.record({ user }),
  ),
  tags: fc.subarray([...TAGS, 'none']),
  by: fc.uniqueArray(user, { maxLength: 3 }),
  labels: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 }),
  is: fc.subarray([...QUALITIES]),
  words: fc.string({ unit: 'grapheme' }),
  sort: fc.constantFrom('place' as const, 'time' as const),
});

describe('the address', () => {
  test('[F7] every filter comes back from the address that carries it', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = new URLSearchParams(queryOf(filter)).toString();
        expect(filterOf(new URLSearchParams(address), TAGS)).toEqual(filter);
      }),
    );
  });

  test('[F7] everything needs no words in the address, and what nobody knows is left out', () => {
    expect(queryOf(EVERYTHING)).toEqual([]);
    const query = new URLSearchParams(
      'show=&tag=rumour,fact&is=odd,commented&sort=odd&by=a b,anna',
    );
    expect(filterOf(query, TAGS)).toEqual({
      ...EVERYTHING,
      tags: ['fact'],
      is: ['commented'],
      by: ['anna'],
    });
  });
});

describe('what is kept', () => {
  const said = annotation('anna', 0, 5, 'fact', { comment: commentFromText('So?') });
  const bare = annotation('ben', 0, 5, 'opinion', { labels: ['sanctions', 'a,b'] });
  const answered = annotation('cora', 10, 15, null, { comment: commentFromText('Hm.') });
  const third = annotation('cora', 2, 5, 'prediction');
  const answer = reply('ben', answered);
  const all = recordsOf([said, bare, answered, third], {
    replies: new Map([[answer.id, answer]]),
  });
  const looker: Looker = {
    me: 'ben',
    resolved: new Set([answered.id]),
    unread: new Set([said.id, answer.id]),
  };
  const kept = (more: Partial<Filter>): string[] => [
    ...filtered(all, { ...EVERYTHING, ...more }, looker).annotations.keys(),
  ];

  test.each<[string, Partial<Filter>, string[]]>([
    ['mine', { show: 'mine' }, [bare.id]],
    ['nobody’s', { show: 'none' }, []],
    ['one person’s', { show: { user: 'cora' } }, [answered.id, third.id]],
    ['of two tags', { tags: ['fact', 'none'] }, [said.id, answered.id]],
    ['by two people', { by: ['anna', 'ben'] }, [said.id, bare.id]],
    ['with a label', { labels: ['a,b', 'other'] }, [bare.id]],
    ['with a comment', { is: ['commented'] }, [said.id, answered.id]],
    ['unresolved', { is: ['unresolved'] }, [said.id]],
    ['not read, itself or an answer', { is: ['unread'] }, [said.id, answered.id]],
    ['where members differ', { is: ['contested'] }, [said.id, bare.id, third.id]],
    ['all at once', { is: ['contested', 'commented'], tags: ['fact'], by: ['anna'] }, [said.id]],
  ])('[F4] %s', (_, more, expected) => {
    expect(kept(more)).toEqual(expected);
  });

  test('[F4] search and order hide nothing, and nothing is made anew', () => {
    const looking: Filter = { ...EVERYTHING, words: 'ice', sort: 'time' };
    expect(hides(looking)).toBe(false);
    expect(filtered(all, looking, looker)).toBe(all);
    expect(filtered(all, { ...EVERYTHING, by: ['anna', 'ben', 'cora'] }, looker)).toBe(all);
    expect(filtered(all, { ...EVERYTHING, show: 'mine' }, looker).replies).toBe(all.replies);
  });
});
