import { Editor, type JSONContent } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { Placeholder } from '@tiptap/extensions';
import { isSafeHref } from '#lib/annotation/comment.ts';
import { cleanedPaste } from './pasted-html.ts';

const comment = StarterKit.configure({
  heading: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  dropcursor: false,
  trailingNode: false,
  link: {
    openOnClick: false,
    // With it a link would go on growing under the caret.
    autolink: false,
    defaultProtocol: 'https',
    isAllowedUri: (url, { defaultValidate }) => isSafeHref(url) && defaultValidate(url),
  },
});

export interface RichEditorOptions {
  element: HTMLElement;
  content: JSONContent;
  /** Characters from the beginning of a plain text; null: the end. */
  caret: number | null;
  label: string;
  placeholder: string;
  onChange(content: JSONContent): void;
  onSend(): void;
  onClose(): void;
  onPicturesLeftOut(): void;
}

/** Puts a Tiptap editor of the comment schema into `element` and gives it the focus. */
export function openRichEditor(options: RichEditorOptions): Editor {
  const editor = new Editor({
    element: options.element,
    injectCSS: false,
    extensions: [comment, Placeholder.configure({ placeholder: options.placeholder })],
    content: options.content,
    onUpdate: ({ editor }) => options.onChange(editor.getJSON()),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        // Keeps the focus also while it is locked: keys that are typed on must not reach the room.
        tabindex: '0',
      },
      handleKeyDown: (_, event) => handleKey(event, options),
      transformPastedHTML: cleanedPaste,
      handlePaste: (_, event) => leaveOutPictures(event.clipboardData, options),
      handleDrop: (_, event) => leaveOutPictures(event.dataTransfer, options),
    },
  });
  const { size } = editor.state.doc.content;
  editor.commands.setTextSelection(
    options.caret === null ? size : positionOf(editor, options.caret),
  );
  // Tiptap's focus command waits for a frame, and what is typed in between would be lost.
  editor.view.focus();
  return editor;
}

function handleKey(event: KeyboardEvent, { onSend, onClose }: RichEditorOptions): boolean {
  if (event.isComposing) return false;
  const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (sends) onSend();
  else if (event.key === 'Escape') {
    event.stopPropagation();
    onClose();
  } else return false;
  return true;
}

/** The schema has no pictures, so the words come in alone; true when there are only pictures. */
function leaveOutPictures(
  data: DataTransfer | null,
  { onPicturesLeftOut }: RichEditorOptions,
): boolean {
  if (data === null) return false;
  const html = data.getData('text/html');
  const files = [...data.files].some(({ type }) => type.startsWith('image/'));
  if (!files && !/<(img|picture|svg|v:imagedata)\b/i.test(html)) return false;
  // After the words have come in: a change of the text clears what was said before.
  setTimeout(onPicturesLeftOut);
  return html === '' && data.getData('text/plain') === '';
}

/** The editor's position `caret` characters into its plain text, one line break between paragraphs. */
function positionOf(editor: Editor, caret: number): number {
  let left = caret;
  let position = 1;
  editor.state.doc.forEach((node, offset) => {
    if (left < 0) return;
    position = offset + 1 + Math.min(left, node.content.size);
    left -= node.content.size + 1;
  });
  return position;
}
