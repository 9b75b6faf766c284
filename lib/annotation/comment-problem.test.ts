import { describe, expect, it } from 'vitest';
import { commentProblem } from './comment-problem.ts';

const words = { type: 'text', text: 'here' };
const line = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const withMark = (...marks: unknown[]) => doc(line({ ...words, marks }));
const list = (type: string, ...items: unknown[]) => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [item] })),
});

const FORM = 'This holds something that a comment cannot.';
const UNSAFE = 'A link must begin with http:, https: or mailto:, and hold no space.';
const TOO_DEEP = 'Lists and quotations are nested too deeply here.';

describe('a comment', () => {
  it.each([
    ['words', doc(line(words))],
    [
      'an empty line',
      doc({ type: 'paragraph' }, line(), { type: 'paragraph', content: undefined }),
    ],
    ['a line break and a mention', doc(line({ type: 'hardBreak' }, mention('ann', 'Ann Baum')))],
    ['four marks', withMark(bold(), { type: 'italic' }, { type: 'code' }, link('mailto:a@e.org'))],
    ['no marks', doc(line({ ...words, marks: undefined }, { ...words, marks: [] }))],
    ['lists', doc(list('bulletList', line(words)), list('orderedList', line(words), line()))],
    ['a quotation', doc({ type: 'blockquote', content: [list('bulletList', line(words))] })],
  ])('may hold %s', (_, comment) => {
    expect(commentProblem(comment)).toBeNull();
  });

  it.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:ann@example.org'])(
    'may link to %s',
    (href) => {
      expect(commentProblem(withMark(link(href)))).toBeNull();
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://example.org',
    'data:text/html,<script>alert(1)</script>',
    '//example.org',
    'https://example.org/a b',
    'https://',
  ])('may not link to %s', (href) => {
    expect(commentProblem(withMark(link(href)))).toBe(UNSAFE);
  });

  it('may hold a link of 2,048 characters and no longer one', () => {
    const long = `https://e.org/${'x'.repeat(2034)}`;
    expect(commentProblem(withMark(link(long)))).toBeNull();
    expect(commentProblem(withMark(link(`${long}x`)))).toBe(
      'A link may have at most 2,048 characters.',
    );
  });

  it.each([
    undefined,
    null,
    'words',
    [],
    doc(),
    { type: 'doc' },
    { type: 'doc', content: {} },
    { ...doc(line(words)), attrs: {} },
    line(words),
    doc(words),
    doc(null),
    doc({ type: 'image', attrs: { src: 'x' } }),
    doc({ type: 'paragraph', attrs: { onclick: 'x' } }),
    doc({ type: 'paragraph', content: null }),
    doc(line(line(words))),
    doc(line({ type: 'text' })),
    doc(line({ type: 'text', text: '' })),
    doc(line({ type: 'text', text: 7 })),
    doc(line({ ...words, onclick: 'x' })),
    doc(line({ type: 'hardBreak', marks: [] })),
    doc(line(mention('a'.repeat(41), 'Ann'))),
    doc(line(mention('ann', 'a'.repeat(101)))),
    doc(line({ type: 'mention', attrs: { id: 'ann' } })),
    doc(line({ type: 'mention', attrs: { id: 'ann', label: 'Ann', href: 'x' } })),
    doc(line({ ...words, marks: null })),
    withMark(null),
    withMark(bold(), bold(), bold(), bold(), bold()),
    withMark({ type: 'underline' }),
    withMark({ type: 'bold', attrs: {} }),
    withMark({ type: 'link' }),
    withMark({ type: 'link', attrs: { href: 7 } }),
    withMark({ type: 'link', attrs: { href: 'https://example.org', target: '_top' } }),
    doc(list('bulletList')),
    doc(list('table', line(words))),
    doc({ type: 'bulletList', content: [line(words)] }),
    doc({ type: 'listItem', content: [line(words)] }),
    doc({ type: 'orderedList', attrs: { start: 2 }, content: [] }),
    doc({ type: 'blockquote', content: [] }),
  ])('may not be %j', (comment) => {
    expect(commentProblem(comment)).toBe(FORM);
  });

  it.each(['blockquote', 'bulletList', 'orderedList'])('may nest %s twelve deep', (type) => {
    expect(commentProblem(doc(nested(type, 12)))).toBeNull();
    expect(commentProblem(doc(nested(type, 13)))).toBe(TOO_DEEP);
    expect(commentProblem(doc(nested(type, 5_000)))).toBe(TOO_DEEP);
  });
});

function bold() {
  return { type: 'bold' };
}

function link(href: string) {
  return { type: 'link', attrs: { href } };
}

function mention(id: string, label: string) {
  return { type: 'mention', attrs: { id, label } };
}

function nested(type: string, depth: number): unknown {
  let node: unknown = line(words);
  for (let level = 0; level < depth; level += 1)
    node = type === 'blockquote' ? { type, content: [node] } : list(type, node);
  return node;
}
