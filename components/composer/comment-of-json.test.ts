import { expect, test } from 'vitest';
import { commentOfJson } from './comment-of-json.ts';

const doc = (...content: object[]) => ({ type: 'doc', content });
const line = (text: string, marks?: object[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks && { marks }) }],
});

test('keeps words and the marks that a comment may have, and of a link only its address', () => {
  const attrs = { href: 'https://example.org/', target: '_blank', rel: 'noopener', class: null };
  const marks = [{ type: 'bold' }, { type: 'strike' }, { type: 'link', attrs }];
  expect(commentOfJson(doc(line('Says who?', marks) as never) as never)).toEqual({
    ok: true,
    value: doc(
      line('Says who?', [{ type: 'bold' }, { type: 'link', attrs: { href: attrs.href } }]),
    ),
  });
});

test('a link that runs script becomes its words', () => {
  const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }];
  expect(commentOfJson(doc(line('here', marks)) as never)).toEqual({
    ok: true,
    value: doc(line('here')),
  });
});

test('lists and quotations lose what the editor adds to them', () => {
  const item = { type: 'listItem', content: [line('one')] };
  const list = { type: 'orderedList', attrs: { start: 1, type: null }, content: [item] };
  expect(commentOfJson(doc(list) as never)).toEqual({
    ok: true,
    value: doc({ type: 'orderedList', content: [item] }),
  });
});

test('empty lines around it fall away, those inside stay', () => {
  const empty = { type: 'paragraph' };
  expect(commentOfJson(doc(empty, line('a'), empty, line('b'), empty) as never)).toEqual({
    ok: true,
    value: doc(line('a'), empty, line('b')),
  });
});

test.each([
  ['nothing', doc()],
  ['empty lines', doc({ type: 'paragraph' }, line('  '))],
  [
    'an empty list',
    doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }),
  ],
])('%s is refused calmly', (_, document) => {
  expect(commentOfJson(document as never)).toEqual({
    ok: false,
    error: 'There is nothing to send yet.',
  });
});

test.each([
  [
    'a long link',
    doc(line('x', [{ type: 'link', attrs: { href: `https://e.org/${'x'.repeat(2048)}` } }])),
    'A link may have at most 2,048 characters.',
  ],
  ['deep lists', nested(14), 'Lists and quotations are nested too deeply here.'],
  [
    'an unknown node',
    doc({ type: 'table' }, line('x')),
    'This holds something that a comment cannot.',
  ],
])('says what is wrong with %s in words of our own', (_, document, error) => {
  expect(commentOfJson(document as never)).toEqual({ ok: false, error });
});

test('a comment may be as long as its record, quoted words included', () => {
  const long = doc(line('x'.repeat(64_000)));
  expect(commentOfJson(long as never).ok).toBe(true);
  expect(commentOfJson(long as never, 2000)).toEqual({
    ok: false,
    error: 'This comment is too long: take out about 1,600 characters, or send it in parts.',
  });
});

function nested(depth: number): object {
  const item = (inner: object) => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [inner] }],
  });
  return doc(Array.from({ length: depth }).reduce<object>((inner) => item(inner), line('deep')));
}
