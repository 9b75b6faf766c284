import { Editor } from '@tiptap/core';
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/**
 * For tests: Tiptap's own commands, and the way y-prosemirror writes what they do into a
 * Y.XmlFragment, without a browser.
 */
const EMPTY = { type: 'doc', content: [{ type: 'paragraph' }] };

const editor = new Editor({
  element: null,
  content: EMPTY,
  extensions: [
    StarterKit.configure({
      undoRedo: false,
      horizontalRule: false,
      heading: { levels: [1, 2, 3] },
    }),
  ],
});

export type Command = (commands: Editor['commands']) => unknown;

/** Numbers between 0 and 1: where in the text the selection begins and ends. */
export type Selected = readonly [from: number, to: number];

/** Does in `notes` what a person does in an editor who selects something and gives a command. */
export function edit(notes: Y.XmlFragment, selected: Selected, command: Command): void {
  const { doc, meta } = initProseMirrorDoc(notes, editor.schema);
  const { tr, doc: before } = editor.state;
  editor.view.dispatch(tr.replaceWith(0, before.content.size, filled(doc)));
  const { doc: now, tr: select } = editor.state;
  const [from, to] = selected.map((at) => caretNear(now, Math.floor(at * now.content.size)));
  if (from === undefined || to === undefined) throw new Error('no selection');
  editor.view.dispatch(select.setSelection(TextSelection.between(from, to)));
  attempt(command);
  const after = editor.state.doc;
  const { doc: shared } = notes;
  shared?.transact(() => updateYFragment(shared, notes, after, meta), ySyncPluginKey);
}

/** No caret stands within a surrogate pair, and Yjs does not converge on a text that is cut there. */
function caretNear(doc: Node, position: number): ResolvedPos {
  const around = doc.textBetween(
    Math.max(0, position - 1),
    Math.min(doc.content.size, position + 1),
  );
  return doc.resolve(/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(around) ? position - 1 : position);
}

/** Some of Tiptap's commands throw on selections that they cannot serve; they change nothing then. */
function attempt(command: Command): void {
  try {
    command(editor.commands);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TransformError')) throw error;
  }
}

function filled(doc: Node): Fragment {
  return doc.content.size === 0
    ? Fragment.from(editor.schema.nodes['paragraph']?.create())
    : doc.content;
}
