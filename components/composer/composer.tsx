'use client';
import type { JSONContent } from '@tiptap/core';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { type Comment, textOfComment } from '#lib/annotation/comment.ts';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
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
  /** Bytes that the record's quoted words take. */
  beside?: number;
  /** Nothing can be sent from here any more: what is written can be read and copied. */
  locked?: boolean;
  /** On every change, to keep it as a draft. */
  onDraft: (draft: JSONContent) => void;
  onSend: (comment: Comment) => void;
  /** Escape or Close; the draft is kept. */
  onClose: () => void;
  /** At the other end from Close: what throws the draft away. */
  children?: ReactNode;
}

const LOCKED = 'You can read here, but not write any more. Your words are kept.';

/** A comment being written: takes text at once, and grows into a rich text editor when that has loaded. */
export function Composer({
  label,
  placeholder,
  action,
  initial,
  beside = 0,
  locked = false,
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

  const closeOnEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  });

  useEffect(() => {
    // Not as an update: nobody changed a word.
    editor?.setEditable(!locked, false);
    if (editor === null || !locked) return undefined;
    // Locked, it hears no keys by itself.
    const { dom } = editor.view;
    const press = (event: globalThis.KeyboardEvent): void => closeOnEscape(event);
    dom.addEventListener('keydown', press);
    return () => dom.removeEventListener('keydown', press);
  }, [editor, locked]);

  async function copy(): Promise<void> {
    const copied = await copyText(textOfComment(content() as Comment));
    setNotice(copied ? 'Copied.' : 'Your browser does not let us copy; select the words.');
  }

  function send(): void {
    if (locked) return;
    const comment = commentOfJson(content(), beside);
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
            readOnly={locked}
            defaultValue={plainTextOf(initial)}
            dir="auto"
            rows={3}
            onChange={onPlainChange}
            onKeyDown={(event) => plainKey(event, send, onClose)}
          />
        )}
      </div>
      <p id={noticeId} role="status" className={styles.notice}>
        {locked ? `${LOCKED} ${notice ?? ''}` : notice}
      </p>
      <FormatBar editor={locked ? null : editor} />
      <div className={styles.actions}>
        <span className={styles.start}>{children}</span>
        <Button kind="quiet" onClick={onClose} title="Keeps what is written (Escape)">
          Close
        </Button>
        {locked ? (
          <Button onClick={() => void copy()}>Copy</Button>
        ) : (
          <Button kind="main" onClick={send} title="Ctrl or Cmd + Enter">
            {action}
          </Button>
        )}
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
