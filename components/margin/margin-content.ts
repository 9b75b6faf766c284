import type { Annotation } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Block } from '#lib/article/document.ts';
import { counts } from '#lib/insight/insight-of.ts';
import type { Opened, Writing } from '#components/reading-room/room.ts';
import { pickedId } from '#components/reading-room/open-in-margin.ts';
import type { Conversation } from './conversations.ts';

/** What is open in the margin, with all that it shows. */
export type OpenCard =
  | { kind: 'conversation'; conversation: Conversation; picked: string | null }
  | {
      kind: 'marks';
      title: string;
      start: number;
      annotations: Annotation[];
      picked: string | null;
    }
  | { kind: 'new'; passage: { start: number; end: number } };

/**
 * The one open card: a comment being written before what was opened; of opened annotations their conversation, if one has words,
 * else a list. Null when nothing is open or what was open is gone.
 */
export function openCardOf(
  { opened, writing }: { opened: Opened | null; writing: Writing | null },
  conversations: readonly Conversation[],
  { annotations }: Pick<Records, 'annotations'>,
  blocks: readonly Block[],
): OpenCard | null {
  if (writing?.kind === 'new') return { kind: 'new', passage: writing.passage };
  if (opened === null) return null;
  if (opened.kind === 'block') return marksInBlock(opened.block, annotations, blocks);
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
  return { kind: 'marks', title, start: first.target.start, annotations: found, picked };
}

function marksInBlock(
  block: number,
  annotations: Records['annotations'],
  blocks: readonly Block[],
): OpenCard | null {
  const within = blocks[block];
  if (within === undefined) return null;
  const found = [...annotations.values()]
    .filter((annotation) => counts(annotation) && beginsIn(annotation, within))
    .sort((a, b) => a.target.start - b.target.start || a.target.end - b.target.end);
  const title = found.length === 1 ? '1 mark here' : `${found.length} marks here`;
  return { kind: 'marks', title, start: within.start, annotations: found, picked: null };
}

function beginsIn({ target }: Annotation, { start, end }: Block): boolean {
  return target.start >= start && target.start <= end;
}
