'use client';
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useState } from 'react';
import { isSafeHref } from '#lib/annotation/comment.ts';
import styles from './format-bar.module.css';

/** Asks for an address and makes it the link of the selected words, or of itself when none are selected. */
export function LinkField({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [problem, setProblem] = useState(false);

  function finish(address: string): void {
    const href = withScheme(address.trim());
    if (href !== '' && !isSafeHref(href)) return setProblem(true);
    setLink(editor, href);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') finish(event.currentTarget.value);
    else {
      editor.commands.focus();
      onClose();
    }
  }

  return (
    <input
      autoFocus
      type="url"
      className={styles.link}
      aria-label="Address of the link; Enter sets it, empty removes it"
      aria-invalid={problem}
      placeholder={problem ? 'http, https or mailto only' : 'https://… then Enter'}
      defaultValue={String(editor.getAttributes('link')['href'] ?? '')}
      onKeyDown={onKeyDown}
    />
  );
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === '') chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    chain
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run();
  else chain.setLink({ href }).run();
}

function withScheme(address: string): string {
  return /^[a-z][a-z+.-]*:/i.test(address) || address === '' ? address : `https://${address}`;
}
