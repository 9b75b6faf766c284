import { describe, expect, it } from 'vitest';
import { commentFromText, commentSchema, textOfComment } from './comment.ts';

const withMark = (mark: unknown): unknown => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'here', marks: [mark] }] }],
});

describe('the comment schema', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:ann@example.org'])(
    'takes a link to %s',
    (href) => {
      expect(commentSchema.safeParse(withMark({ type: 'link', attrs: { href } })).success).toBe(
        true,
      );
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
  ])('refuses a link to %s', (href) => {
    expect(commentSchema.safeParse(withMark({ type: 'link', attrs: { href } })).success).toBe(
      false,
    );
  });

  it.each([
    { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] },
    { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] },
    { type: 'doc', content: [] },
    withMark({ type: 'link', attrs: { href: 'https://example.org', target: '_top' } }),
  ])('refuses what it does not name: %j', (comment) => {
    expect(commentSchema.safeParse(comment).success).toBe(false);
  });

  it('takes lists in quotations, and no depth without end', () => {
    const nest = (depth: number): unknown =>
      depth === 0
        ? { type: 'paragraph', content: [{ type: 'text', text: 'deep' }] }
        : { type: 'blockquote', content: [nest(depth - 1)] };
    expect(commentSchema.safeParse({ type: 'doc', content: [nest(5)] }).success).toBe(true);
    expect(commentSchema.safeParse({ type: 'doc', content: [nest(60)] }).success).toBe(false);
  });
});

describe('the words of a comment', () => {
  it('come back from plain text, line by line', () => {
    const words = 'Which sanctions?\n\nThose of that week.';
    expect(textOfComment(commentFromText(words))).toBe(words);
    expect(commentSchema.safeParse(commentFromText(words)).success).toBe(true);
  });

  it('include list items, mentions and hard breaks', () => {
    const comment = commentSchema.parse({
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }],
            },
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'mention', attrs: { id: 'ann', label: 'Ann' } },
                    { type: 'hardBreak' },
                    { type: 'text', text: 'two' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(textOfComment(comment)).toBe('one\n@Ann\ntwo');
  });
});
