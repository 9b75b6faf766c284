import { describe, expect, it } from 'vitest';
import { type Comment, commentFromText, textOfComment } from './comment.ts';
import { commentProblem } from './comment-problem.ts';

describe('the words of a comment', () => {
  it('come back from plain text, line by line', () => {
    const words = 'Which sanctions?\n\nThose of that week.';
    expect(textOfComment(commentFromText(words))).toBe(words);
    expect(commentProblem(commentFromText(words))).toBeNull();
  });

  it('include list items, mentions and hard breaks', () => {
    const comment: Comment = {
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
    };
    expect(commentProblem(comment)).toBeNull();
    expect(textOfComment(comment)).toBe('one\n@Ann\ntwo');
  });
});
