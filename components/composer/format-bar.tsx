'use client';
import type { Editor } from '@tiptap/core';
import { Bold, Code, Italic, Link, List, Quote } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { LinkField } from './link-field.tsx';
import styles from './format-bar.module.css';

const FORMATS = [
  {
    name: 'Bold',
    Icon: Bold,
    apply: (editor: Editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'Italic',
    Icon: Italic,
    apply: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'Code',
    Icon: Code,
    apply: (editor: Editor) => editor.chain().focus().toggleCode().run(),
  },
  {
    name: 'List',
    Icon: List,
    apply: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Quotation',
    Icon: Quote,
    apply: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** What the selected words of a comment can become. Dead until the editor has loaded. */
export function FormatBar({ editor }: { editor: Editor | null }) {
  const [linking, setLinking] = useState(false);
  if (linking && editor !== null)
    return <LinkField editor={editor} onClose={() => setLinking(false)} />;
  return (
    <div role="group" aria-label="Format" className={styles.bar}>
      {FORMATS.map(({ name, Icon, apply }) => (
        <button
          key={name}
          type="button"
          className={styles.format}
          aria-label={name}
          title={name}
          disabled={editor === null}
          onMouseDown={keepFocus}
          onClick={() => editor !== null && apply(editor)}
        >
          <Icon size={15} aria-hidden="true" />
        </button>
      ))}
      <button
        type="button"
        className={styles.format}
        aria-label="Link"
        title="Link"
        disabled={editor === null}
        onClick={() => setLinking(true)}
      >
        <Link size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
