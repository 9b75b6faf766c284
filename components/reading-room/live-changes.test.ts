import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import { NO_RECORDS, type Records } from '#lib/annotation/record-set.ts';
import type { Annotation, Reply } from '#lib/annotation/record.ts';
import { newsSince, wordsOfNews } from './live-changes.ts';

const created = '2026-01-01T12:00:00.000Z';

function mark(author: string, start: number, words: string | null = null): Annotation {
  const target = { revision: 'r', start, end: start + 4, exact: 'four', prefix: '', suffix: '' };
  const comment = words === null ? null : commentFromText(words);
  return { id: `${author}/mark-${start}`, author, created, target, tag: 'fact', comment };
}

function reply(author: string, to: Annotation): Reply {
  const comment = commentFromText('Yes');
  return { id: `${author}/reply-${to.id}`, author, created, annotation: to.id, comment };
}

function records(annotations: readonly Annotation[], replies: readonly Reply[] = []): Records {
  return {
    ...NO_RECORDS,
    annotations: new Map(annotations.map((one) => [one.id, one])),
    replies: new Map(replies.map((one) => [one.id, one])),
  };
}

const said = (before: Records, all: Records, shown: Records = all): string =>
  wordsOfNews(newsSince(before, { all, shown }, 'me'), { start: 0, end: 100 });

test('[A5] says what others added, in view and elsewhere, and nothing of mine', () => {
  const old = mark('ben', 1);
  const all = records(
    [old, mark('ben', 2), mark('cora', 3), mark('ben', 4, 'Why?'), mark('me', 5), mark('ben', 200)],
    [reply('cora', old)],
  );
  expect(said(records([old]), all)).toBe(
    '2 new marks, 1 new comment, 1 new reply in view. 1 new mark elsewhere.',
  );
  expect(said(all, all)).toBe('');
});

test('[A5] [F3] what a filter hides is not said, and what it lets through again is no news', () => {
  const all = records([mark('ben', 1), mark('cora', 2)]);
  expect(said(NO_RECORDS, all, records([mark('ben', 1)]))).toBe('1 new mark in view.');
  expect(said(all, all, all)).toBe('');
});
