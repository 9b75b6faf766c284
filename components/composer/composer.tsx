'use client';
import type { JSONContent } from '@tiptap/core';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { Comment } from '#lib/annotation/comment.ts';
import { Button } from '#components/ui/button.tsx';
import { commentOfJson } from './comment-of-json.ts';
import { FormatBar } from './format-bar.tsx';
import { plainTextOf, useGrowingEditor } from './use-growing-editor.ts';
import styles from './composer.module.css';

export interface ComposerProps {
  /** What is written here, in words: "Reply to Anna Baum". */
  label: string;
  placeholder: string;
  /** The button: "Comment", "Reply", "Save". */
  action: string;
  /** What stands in it at first: a draft, or the comment that is edited. */
  initial: Comment | null;
  /** On every change, to keep it as a draft. */
  onDraft: (draft: JSONContent) => void;
  onSend: (comment: Comment) => void;
  /** Escape or Close; the draft is kept. */
  onClose: () => void;
  /** At the other end from Close: what throws the draft away. */
  children?: ReactNode;
}

/** A comment being written: takes text at once, and grows into a rich text editor when that has loaded. */
export function Composer({
  label,
  placeholder,
  action,
  initial,
  onDraft,
  onSend,
  onClose,
  children,
}: ComposerProps) {
  const [notice, setNotice] = useState<string | null>(null);
  const noticeId = useId();
  const host = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const { editor, content, onPlainChange } = useGrowingEditor({
    host,
    textarea,
    initial,
    label,
    placeholder,
    onDraft(draft) {
      setNotice(null);
      onDraft(draft);
    },
    onSend: send,
    onClose,
    onPicturesLeftOut: () => setNotice('Pictures were left out.'),
  });

  function send(): void {
    const comment = commentOfJson(content());
    if (comment.ok) onSend(comment.value);
    else setNotice(comment.error);
  }

  return (
    <div className={styles.composer}>
      <div className={styles.field}>
        <div ref={host} className={styles.editor} hidden={editor === null} />
        {editor === null && (
          <textarea
            ref={textarea}
            className={styles.plain}
            aria-label={label}
            aria-describedby={noticeId}
            placeholder={placeholder}
            defaultValue={plainTextOf(initial)}
            dir="auto"
            rows={3}
            onChange={onPlainChange}
            onKeyDown={(event) => plainKey(event, send, onClose)}
          />
        )}
      </div>
      <p id={noticeId} role="status" className={styles.notice}>
        {notice}
      </p>
      <FormatBar editor={editor} />
      <div className={styles.actions}>
        <span className={styles.start}>{children}</span>
        <Button kind="quiet" onClick={onClose} title="Keeps what is written (Escape)">
          Close
        </Button>
        <Button kind="main" onClick={send} title="Ctrl or Cmd + Enter">
          {action}
        </Button>
      </div>
    </div>
  );
}

function plainKey(event: KeyboardEvent, send: () => void, close: () => void): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
}
