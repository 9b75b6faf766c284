import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { escaped, markdown, markdownTable } from './markdown-words.ts';

const HOSTILE = [
  '# not a heading',
  '- no list',
  '12. no list',
  '+ plus',
  '> no quotation',
  '```\nno code\n```',
  '<script>alert(1)</script>',
  '<!-- hidden',
  '[link](javascript:alert(1))',
  '![image](https://example.org/x.png)',
  '**bold** _thin_ ~~gone~~ `code`',
  'one | two |\n| --- | --- |',
  'a\n\n# second paragraph',
  'ends with a backslash\\',
  '&lt;b&gt; &amp; &#35;',
  '=====',
  '---',
  '\u202emirrored',
  '<https://example.org>',
  'WWW.example.org and ann@example.org',
];

/** What a reader sees, without tags. */
const seen = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim();

const oneLine = (words: string): string =>
  words.replaceAll('\u202e', '').replaceAll(/\s+/g, ' ').trim();

test.each(HOSTILE)(
  '[IR4] “%s” stays words, as a paragraph, in a list and in a table',
  async (words) => {
    const alone = await marked.parse(escaped(words));
    expect(alone).toMatch(/^<p>[^<]*<\/p>\n$/);
    expect(seen(alone)).toBe(oneLine(words));
    const listed = await marked.parse(markdown`- ${words}
- next`);
    expect(listed.match(/<[a-z]+/g)).toEqual(['<ul', '<li', '<li']);
    const table = await marked.parse(markdownTable({ head: ['a', 'b'], rows: [[words, 'c']] }));
    expect(table.match(/<(td|th|tr|table)\b/g)).toEqual([
      '<table',
      '<tr',
      '<th',
      '<th',
      '<tr',
      '<td',
      '<td',
    ]);
    expect(table).not.toMatch(/<(?!\/?(table|thead|tbody|tr|th|td)\b)/);
  },
);

test('[IR4] whatever is typed, it is one paragraph without anything in it', () => {
  const letters = fc.constantFrom(...'ab1. #*_-+=~`<>[]()|\\&!:\n\t$@{}"'.split(''));
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 40 }), (typed) => {
      const words = typed.join('');
      fc.pre(oneLine(words) !== '');
      const html = marked.parse(escaped(words), { async: false });
      expect(html).toMatch(/^<p>[^<]*<\/p>\n$/);
      expect(seen(html)).toBe(oneLine(words));
    }),
    { numRuns: 2000 },
  );
});
