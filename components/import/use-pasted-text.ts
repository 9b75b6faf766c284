import { type ClipboardEvent, useState } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { draft, setDraft } from './draft.ts';
import type { Submission } from './submission.ts';

interface PastedText {
  text: string;
  setText(text: string): void;
  /** It came from a page with formatting and is still as it came. */
  isFormatted: boolean;
  keepFormat: boolean;
  setKeepFormat(keep: boolean): void;
  onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void;
  submission(): Submission;
}

/** The paste area. Its text is kept; the formatting of the page it comes from is not, and lasts until the next change. */
export function usePastedText(): PastedText {
  const text = useObservable(draft, '');
  const [page, setPage] = useState<{ html: string; text: string } | null>(null);
  const [keepFormat, setKeepFormat] = useState(true);
  const isFormatted = page !== null && page.text === text;

  function onPaste({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>): void {
    const html = clipboardData.getData('text/html');
    const { selectionStart, selectionEnd, value } = currentTarget;
    const replacesAll = selectionEnd - selectionStart === value.length;
    if (html === '' || !replacesAll) return;
    setPage({ html, text: clipboardData.getData('text/plain').replace(/\r\n?/g, '\n') });
  }

  function submission(): Submission {
    return isFormatted && keepFormat ? { kind: 'html', html: page.html } : { kind: 'text', text };
  }
  return { text, setText: setDraft, isFormatted, keepFormat, setKeepFormat, onPaste, submission };
}
