import {
  type JSONNodeType,
  renderJSONContentToReactElement,
} from '@tiptap/static-renderer/json/react';
import type { ReactNode } from 'react';
import { type Comment, isSafeHref } from '#lib/annotation/comment.ts';
import styles from './comment-view.module.css';

/** Draws a comment's JSON without ProseMirror. */
const render = renderJSONContentToReactElement({
  nodeMapping: {
    doc: ({ children }) => <>{children}</>,
    text: ({ node }) => node.text,
    paragraph: ({ children }) => <p>{children}</p>,
    hardBreak: () => <br />,
    bulletList: ({ children }) => <ul>{children}</ul>,
    orderedList: ({ children }) => <ol>{children}</ol>,
    listItem: ({ children }) => <li>{children}</li>,
    blockquote: ({ children }) => <blockquote>{children}</blockquote>,
    mention: ({ node }) => <span className={styles.mention}>@{String(node.attrs?.['label'])}</span>,
  },
  markMapping: {
    bold: ({ children }) => <strong>{children}</strong>,
    italic: ({ children }) => <em>{children}</em>,
    code: ({ children }) => <code>{children}</code>,
    link: ({ mark, children }) => (
      <SafeLink href={String(mark.attrs?.['href'])}>{children}</SafeLink>
    ),
  },
});

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isSafeHref(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

export function CommentView({ comment }: { comment: Comment }) {
  return (
    <div className={styles.comment} dir="auto">
      {render({ content: comment as JSONNodeType })}
    </div>
  );
}
