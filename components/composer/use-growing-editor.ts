import type { Editor, JSONContent } from '@tiptap/core';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Comment, commentFromText, textOfComment } from '#lib/annotation/comment.ts';
import { fieldCame } from '#components/ui/typed-ahead.ts';
import { jsonOfComment } from './json-of-comment.ts';

interface Options {
  host: RefObject<HTMLDivElement | null>;
  textarea: RefObject<HTMLTextAreaElement | null>;
  initial: Comment | null;
  label: string;
  placeholder: string;
  onDraft: (draft: JSONContent) => void;
  onSend: () => void;
  onClose: () => void;
  onPicturesLeftOut: () => void;
}

interface GrowingEditor {
  /** Null while the `<textarea>` stands in for it. */
  editor: Editor | null;
  content(): JSONContent;
  onPlainChange(): void;
}

/**
 * A `<textarea>` that takes text at once and is replaced by Tiptap as soon as its code is there, keeping words, caret and focus.
 * While somebody composes (IME) it waits.
 */
export function useGrowingEditor(options: Options): GrowingEditor {
  const { host, textarea, initial, label, placeholder } = options;
  const [editor, setEditor] = useState<Editor | null>(null);
  const initialText = plainTextOf(initial);
  const onChange = useEffectEvent(options.onDraft);
  const onSend = useEffectEvent(options.onSend);
  const onClose = useEffectEvent(options.onClose);
  const onPicturesLeftOut = useEffectEvent(options.onPicturesLeftOut);

  const plainContent = (): JSONContent => {
    const text = textarea.current?.value ?? initialText;
    return jsonOfComment(
      text === initialText && initial !== null ? initial : commentFromText(text),
    );
  };
  const grownFrom = useEffectEvent(() => ({
    content: plainContent(),
    caret:
      textarea.current?.value === initialText ? null : (textarea.current?.selectionStart ?? null),
    label,
    placeholder,
  }));

  const takeTypedAhead = useEffectEvent(() => {
    const { words, isSent } = fieldCame('composer');
    if (textarea.current === null || words === '') return;
    textarea.current.setRangeText(words, initialText.length, initialText.length, 'end');
    options.onDraft(plainContent());
    if (isSent) options.onSend();
  });

  useEffect(() => {
    let ended = false;
    let opened: Editor | null = null;
    textarea.current?.focus({ preventScroll: true });
    takeTypedAhead();
    void import('./rich-editor.ts').then(async ({ openRichEditor }) => {
      await compositionEnd(textarea.current);
      if (ended || host.current === null) return;
      const handlers = {
        onChange: (draft: JSONContent) => onChange(draft),
        onSend: () => onSend(),
        onClose: () => onClose(),
        onPicturesLeftOut: () => onPicturesLeftOut(),
      };
      host.current.hidden = false;
      opened = openRichEditor({ element: host.current, ...grownFrom(), ...handlers });
      // At once: else there would be two fields for a while, and what is typed could be sent from the wrong one.
      flushSync(() => setEditor(opened));
    }, keepPlain);
    return () => {
      ended = true;
      opened?.destroy();
    };
  }, [host, textarea]);

  return {
    editor,
    content: () => editor?.getJSON() ?? plainContent(),
    onPlainChange: () => options.onDraft(plainContent()),
  };
}

/** What the `<textarea>` shows of a comment. */
export function plainTextOf(comment: Comment | null): string {
  return comment === null ? '' : textOfComment(comment);
}

/** Without its code (no connection) the plain field goes on serving. */
function keepPlain(): void {}

const composing = new WeakSet<EventTarget>();
if (typeof document !== 'undefined') {
  document.addEventListener(
    'compositionstart',
    ({ target }) => target !== null && composing.add(target),
  );
  document.addEventListener(
    'compositionend',
    ({ target }) => target !== null && composing.delete(target),
  );
}

function compositionEnd(field: HTMLTextAreaElement | null): Promise<void> {
  if (field === null || !composing.has(field)) return Promise.resolve();
  return new Promise((resolve) =>
    field.addEventListener('compositionend', () => setTimeout(resolve), { once: true }),
  );
}
