import { marked } from 'marked';
import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import { annotation } from '#tests/fixtures/records.ts';
import { put, reportOf, subjectOf } from '#tests/fixtures/reading-report.ts';
import { reportMarkdown } from './report-markdown.ts';

const HOSTILE = '# x\n\n| <script>alert(1)</script> | ![i](javascript:x)\n---\n```';

const marks = (tagOfBen: (at: number) => string, words?: string) =>
  Array.from({ length: 10 }, (_, at) => {
    const comment = words === undefined ? null : commentFromText(words);
    return [
      annotation('ann', at * 10, at * 10 + 10, 'fact', { comment }),
      annotation('ben', at * 10, at * 10 + 10, tagOfBen(at)),
    ];
  })
    .flat()
    .map((mark, at) => put(at + 1, mark));

const partsOf = (text: string): string[] =>
  [...text.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);

const PARTS = [
  'The numbers',
  'Who read',
  'Where members differ most',
  'Predictions',
  'Changed tags',
  'How it was computed',
];

test('[IR1] one sentence first, then the numbers, people, passages, predictions, changes and method', () => {
  const text = reportMarkdown(reportOf(marks((at) => (at % 5 === 0 ? 'opinion' : 'fact'))));
  expect(text).toMatch(/^# Has it thawed\?: report of a reading\n/);
  expect(text).toContain(
    '**Two of you picked the same kind 80 times in 100; you differ most on these two passages.**',
  );
  expect(partsOf(text)).toEqual(PARTS);
  expect(text).toMatch(/- Beyond luck: \*\*.*\*\* \(20 choices on 10 sentences; .*\)\. You/);
  expect(text).toMatch(/- ● fact █ 1: nobody said why/);
  expect(text).toContain('Krippendorff');
  expect(text).toMatch(/\| votes \| 20 records \| [0-9a-f]{64} \|/);
});

test('[IR1] before and after has its part only where there was a reveal', () => {
  const moments = [{ what: 'revealed', at: '1970-01-01T00:00:00.010Z' }];
  const text = reportMarkdown(
    reportOf(
      marks(() => 'fact'),
      { moments },
    ),
  );
  expect(partsOf(text)).toContain('Before and after the reveal');
  expect(text).toContain('Since the reveal on 1 January 1970 at 00:00 UTC');
});

test('[IR4] nothing that people typed breaks out: title, names, group, comments, tags, passages', async () => {
  const { members, article, reading } = subjectOf();
  const hostile = reportMarkdown(
    reportOf(
      marks(() => `o${HOSTILE}`.slice(0, 40), HOSTILE),
      {
        text: `${HOSTILE} ${'x'.repeat(100)}`,
        article: { ...article, title: HOSTILE, byline: HOSTILE, written: HOSTILE },
        reading: { ...reading, group: HOSTILE },
        members: members.map((member) => ({ ...member, name: HOSTILE })),
      },
    ),
  );
  const plain = reportMarkdown(reportOf(marks(() => 'other', 'words')));
  expect(partsOf(hostile)).toEqual(PARTS);
  const html = await marked.parse(hostile);
  const tags = (of: string): string[] => [...new Set(of.match(/<[a-z0-9]+/g))].sort();
  expect(tags(html)).toEqual(tags(await marked.parse(plain)));
  expect(html).not.toMatch(/<script|<img|<a |<code|<pre|<hr/);
});

test('[IR4] of a passage at most its beginning and end are told', () => {
  const text = 'A word here. '.repeat(4000);
  const blocks = [
    {
      kind: 'paragraph' as const,
      start: 0,
      end: text.length,
      sentences: [[0, text.length] as [number, number]],
    },
  ];
  const log = ['ann', 'ben'].map((author, at) =>
    put(at + 1, annotation(author, 0, text.length, at === 0 ? 'fact' : 'opinion')),
  );
  const report = reportMarkdown(reportOf(log, { text, blocks }));
  expect(report.match(/A word here\./g)?.length).toBeLessThan(80);
});

test.each([
  ['no marks', [], {}, 'Nobody has marked anything yet.'],
  ['an empty article', [], { text: '', blocks: [] }, 'Nobody has marked anything yet.'],
  [
    'one member',
    marks(() => 'fact').filter(({ record }) => record?.author === 'ann'),
    {},
    'one of you',
  ],
  ['everybody of one mind', marks(() => 'fact'), {}, 'you picked the same kind.'],
])('[IR1] with %s there are sensible words', (_, log, more, words) => {
  const text = reportMarkdown(reportOf(log, more));
  expect(text).toContain(words);
  expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
});
