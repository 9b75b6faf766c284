/** A comment or reply: ProseMirror JSON. What exactly it may hold, `commentProblem` says. */
export interface Comment {
  type: 'doc';
  content: CommentBlock[];
}

type CommentBlock = CommentParagraph | CommentContainer;
interface CommentParagraph {
  type: 'paragraph';
  content?: CommentInline[] | undefined;
}
interface CommentContainer {
  type: 'bulletList' | 'orderedList' | 'listItem' | 'blockquote';
  content: CommentBlock[];
}

type CommentInline = CommentText | CommentMention | { type: 'hardBreak' };
interface CommentText {
  type: 'text';
  text: string;
  marks?: CommentMark[] | undefined;
}
interface CommentMention {
  type: 'mention';
  attrs: { id: string; label: string };
}
type CommentMark = { type: 'bold' | 'italic' | 'code' } | { type: 'link'; attrs: { href: string } };

export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href);
}

/** A comment of plain paragraphs, one per line of `plain`. */
export function commentFromText(plain: string): Comment {
  return {
    type: 'doc',
    content: plain
      .split('\n')
      .map((line) =>
        line === ''
          ? { type: 'paragraph' }
          : { type: 'paragraph', content: [{ type: 'text', text: line }] },
      ),
  };
}

/** The words of a comment, blocks parted by line breaks: for search, copying and announcements. */
export function textOfComment(comment: Comment): string {
  return comment.content.map(textOfBlock).join('\n');
}

function textOfBlock(block: CommentBlock): string {
  if (block.type === 'paragraph') return (block.content ?? []).map(textOfInline).join('');
  return block.content.map(textOfBlock).join('\n');
}

function textOfInline(node: CommentInline): string {
  if (node.type === 'text') return node.text;
  return node.type === 'mention' ? `@${node.attrs.label}` : '\n';
}
