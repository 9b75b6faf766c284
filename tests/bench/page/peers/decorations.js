// One Tiptap editor that cannot be edited, and one DecorationSet over it.
import { Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import { offerPeer, paragraphAt, startsOf } from './annotated-page.js';

const key = new PluginKey('annotations');
const Annotations = Extension.create({
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => transaction.getMeta(key)?.(before) ?? before,
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
let editor;
let starts = [];

offerPeer({
  showText(paragraphs) {
    starts = startsOf(paragraphs);
    const content = paragraphs.map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    }));
    editor = new Editor({
      element: document.querySelector('article'),
      editable: false,
      extensions: [StarterKit, Annotations],
      content: { type: 'doc', content },
    });
  },
  hand(annotations) {
    const all = annotations.map(decorationOf);
    change(() => DecorationSet.create(editor.state.doc, all));
  },
  addOne(annotation) {
    change((before) => before.add(editor.state.doc, [decorationOf(annotation)]));
  },
  marksIn: () => document.querySelectorAll('article [data-id]').length,
  hitTest(x, y) {
    const at = editor.view.posAtCoords({ left: x, top: y });
    return at === null ? 0 : key.getState(editor.state).find(at.pos, at.pos).length;
  },
});

function change(next) {
  editor.view.dispatch(editor.state.tr.setMeta(key, next));
}

/** A paragraph has two boundaries in ProseMirror's positions, one line feed in the text. */
function decorationOf({ id, start, end, tag }) {
  const position = (offset) => offset + paragraphAt(starts, offset) + 1;
  return Decoration.inline(position(start), position(end), { class: `mark ${tag}`, 'data-id': id });
}
