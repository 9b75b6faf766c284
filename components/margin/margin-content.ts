import type { Annotation } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Block } from '#lib/article/document.ts';
import { counts } from '#lib/insight/insight-of.ts';
import type { Opened, Passage, Writing } from '#components/reading-room/room.ts';
import { pickedId } from '#components/reading-room/open-in-margin.ts';
import { counted } from '#components/ui/counted.ts';
import { type Conversation, isBare } from './conversations.ts';
import type { WaitingDraft } from './waiting-draft.ts';

/** What is open in the margin, with all that it shows. */
export type OpenCard =
  | { kind: 'conversation'; conversation: Conversation; picked: string | null }
  | {
      kind: 'marks';
      title: string;
      start: number;
      annotations: Annotation[];
      /** Mine in the same block, not sent. */
      drafts: readonly WaitingDraft[];
      picked: string | null;
    }
  | {
      kind: 'stack';
      start: number;
      conversations: readonly Conversation[];
      drafts: readonly WaitingDraft[];
    }
  | { kind: 'new'; passage: Passage };

interface Written {
  conversations: readonly Conversation[];
  drafts: readonly WaitingDraft[];
}

/**
 * The one open card: a comment being written before what was opened; of opened annotations their conversation, if one has words,
 * else a list. Null when nothing is open or what was open is gone.
 */
export function openCardOf(
  { opened, writing }: { opened: Opened | null; writing: Writing | null },
  { conversations, drafts }: Written,
  { annotations }: Pick<Records, 'annotations'>,
  blocks: readonly Block[],
): OpenCard | null {
  if (writing?.kind === 'new') return { kind: 'new', passage: writing.passage };
  if (opened === null) return null;
  if (opened.kind === 'block') return marksInBlock(blocks[opened.block], annotations, drafts);
  if (opened.kind === 'stack') return stackOf(opened.ids, { conversations, drafts });
  const picked = pickedId(opened);
  const ids = picked === null ? opened.ids : [picked, ...opened.ids];
  const conversation = ids
    .map((id) =>
      conversations.find(({ voices }) => voices.some((voice) => voice.annotation.id === id)),
    )
    .find((found) => found !== undefined);
  if (conversation !== undefined) return { kind: 'conversation', conversation, picked };
  const found = opened.ids.flatMap((id) => annotations.get(id) ?? []);
  const [first] = found;
  if (first === undefined) return null;
  const title = found.length === 1 ? 'Marked here' : `${found.length} marks here`;
  return {
    kind: 'marks',
    title,
    start: first.target.start,
    annotations: found,
    drafts: [],
    picked,
  };
}

/** The words that an open card is about. */
export function passageOf(open: OpenCard): Passage {
  switch (open.kind) {
    case 'conversation':
      return { start: open.conversation.start, end: open.conversation.end };
    case 'marks':
    case 'stack':
      return { start: open.start, end: open.start + 1 };
    case 'new':
      return open.passage;
  }
}

function stackOf(ids: readonly string[], { conversations, drafts }: Written): OpenCard | null {
  const wanted = new Set(ids);
  const found = conversations.filter(({ id }) => wanted.has(id));
  const unsent = drafts.filter(({ key }) => wanted.has(key));
  const start = Math.min(
    ...found.map((conversation) => conversation.start),
    ...unsent.map(({ offset }) => offset),
  );
  return found.length + unsent.length === 0
    ? null
    : { kind: 'stack', start, conversations: found, drafts: unsent };
}

function marksInBlock(
  block: Block | undefined,
  annotations: Records['annotations'],
  allDrafts: readonly WaitingDraft[],
): OpenCard | null {
  if (block === undefined) return null;
  const drafts = allDrafts.filter(({ offset }) => isIn(block, offset));
  const found = [...annotations.values()]
    .filter((annotation) => counts(annotation) && isIn(block, annotation.target.start))
    .sort((a, b) => a.target.start - b.target.start || a.target.end - b.target.end);
  if (found.length + drafts.length === 0) return null;
  const title = found.length === 0 ? 'Not sent yet' : titleOf(found);
  return { kind: 'marks', title, start: block.start, annotations: found, drafts, picked: null };
}

/** Bare marks as the tally counts them, then what has words: "3 marks, 1 comment here". */
function titleOf(annotations: readonly Annotation[]): string {
  const bare = annotations.filter(isBare).length;
  const parts = [
    bare > 0 && counted(bare, 'mark'),
    annotations.length > bare && counted(annotations.length - bare, 'comment'),
  ];
  return `${parts.filter(Boolean).join(', ')} here`;
}

function isIn({ start, end }: Block, offset: number): boolean {
  return offset >= start && offset <= end;
}
