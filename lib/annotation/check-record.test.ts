import { describe, expect, it } from 'vitest';
import { REVISION, annotation, reply } from '#tests/fixtures/records.ts';
import { checkRecord, type RecordContext } from './check-record.ts';
import { commentFromText } from './comment.ts';

const context: RecordContext = {
  revision: REVISION,
  tags: new Set(['fact', 'prediction', 'opinion']),
  now: Date.parse('2026-01-01T12:00:00.000Z'),
  limitBytes: 65_536,
};
const fact = annotation('ann', 0, 26, 'fact');
const check = (value: unknown, key = fact.id) => checkRecord('annotations', key, value, context);
const problem = (value: unknown, key = fact.id): string => {
  const checked = check(value, key);
  return checked.ok ? 'none' : checked.error;
};

describe('checkRecord', () => {
  it('takes an honest annotation and reply', () => {
    expect(check(fact).ok).toBe(true);
    const answer = reply('ben', fact);
    expect(checkRecord('replies', answer.id, answer, context).ok).toBe(true);
  });

  it('refuses what claims another owner or key', () => {
    expect(problem({ ...fact, author: 'ben' })).toContain('author');
    expect(problem(fact, 'ann/another-record')).toContain('id');
  });

  it('refuses unknown fields and tags', () => {
    expect(problem({ ...fact, verified: true })).not.toBe('none');
    expect(problem({ ...fact, tag: 'rumour' })).toContain('rumour');
  });

  it('says what is wrong with a comment in words of our own, and otherwise where it is', () => {
    const link = { type: 'link', attrs: { href: `https://e.org/${'x'.repeat(2048)}` } };
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [link] }] };
    expect(problem({ ...fact, comment: { type: 'doc', content: [paragraph] } })).toBe(
      'A link may have at most 2,048 characters.',
    );
    expect(problem({ ...fact, tag: 7 })).toBe('The record does not have the agreed form (“tag”).');
    expect(check({ ...fact, comment: commentFromText('x'.repeat(30_000)) }).ok).toBe(true);
  });

  it('refuses words that are not the revision’s', () => {
    const { target } = fact;
    expect(
      problem({ ...fact, target: { ...target, exact: 'The river froze on Monday.' } }),
    ).toContain('quoted words');
    expect(problem({ ...fact, target: { ...target, revision: 'revision-2' } })).toContain(
      'revision',
    );
    expect(problem({ ...fact, target: { ...target, end: 100_000 } })).toContain('lie in the text');
    expect(problem({ ...fact, target: { ...target, suffix: 'elsewhere' } })).toContain('around');
    expect(problem({ ...fact, target: { ...target, start: 26, end: 26, exact: 'x' } })).toContain(
      'lie in the text',
    );
  });

  it('refuses a range that begins inside an emoji', () => {
    const text = 'A 🦦 swims.';
    const inside = {
      ...fact,
      target: {
        revision: 'r',
        start: 3,
        end: 11,
        exact: text.slice(3, 11),
        prefix: '',
        suffix: '',
      },
    };
    const checked = checkRecord('annotations', fact.id, inside, {
      ...context,
      revision: { id: 'r', text },
    });
    expect(checked.ok ? 'none' : checked.error).toContain('inside a character');
  });

  it('refuses a clock more than five minutes ahead, and takes one behind', () => {
    expect(problem({ ...fact, created: '2026-01-01T12:05:01.000Z' })).toContain('clock');
    expect(problem({ ...fact, created: '2026-01-01T12:04:59.000Z' })).toBe('none');
    expect(problem({ ...fact, modified: '2027-01-01T12:00:00.000Z' })).toContain('clock');
    expect(problem({ ...fact, created: '1999-01-01T12:00:00.000Z' })).toBe('none');
  });

  it('counts the record’s size in bytes of UTF-8', () => {
    const long = { ...fact, comment: commentFromText('🦦'.repeat(9_000)) };
    const bytes = new TextEncoder().encode(JSON.stringify(long)).length;
    const fits = (limitBytes: number) =>
      checkRecord('annotations', fact.id, long, { ...context, limitBytes }).ok;
    expect(fits(bytes)).toBe(true);
    expect(fits(bytes - 1)).toBe(false);
  });

  it('refuses being done with a place behind the text’s end', () => {
    const done = {
      id: fact.id,
      author: 'ann',
      created: fact.created,
      kind: 'done',
      on: null,
      revision: REVISION.id,
    };
    const at = (upTo: number) => checkRecord('assessments', fact.id, { ...done, upTo }, context).ok;
    expect(at(REVISION.text.length)).toBe(true);
    expect(at(REVISION.text.length + 1)).toBe(false);
  });
});
