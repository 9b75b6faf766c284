import type { Comment } from '#lib/annotation/comment.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { KeptDraft } from '#lib/client/drafts.ts';
import type { Room, Writing } from '#components/reading-room/room.ts';
import { openAnnotation, startWriting } from '#components/reading-room/open-in-margin.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';

/** Words of mine that are not sent and that nobody is writing on in this window. */
export interface WaitingDraft {
  key: string;
  comment: Comment;
  /** What going on with it means. */
  writing: Writing;
  /** The annotation that it answers or changes, or whose reply it changes; null for a new comment. */
  annotation: string | null;
  /** Where it belongs in the text (UTF-16); the beginning when what it is about is not there. */
  offset: number;
  /** What it answers or changes was deleted, or has not come: it can be read and copied. */
  isGone: boolean;
}

type DraftedRecords = Pick<Records, 'annotations' | 'replies'>;

/** Whether what is written answers or changes something that is not there. */
export function isAboutNothing(
  writing: Writing,
  { annotations, replies }: DraftedRecords,
): boolean {
  if (writing.kind === 'new') return false;
  if (writing.kind === 'reply') return !annotations.has(writing.to);
  return !(writing.map === 'replies' ? replies : annotations).has(writing.key);
}

/** Names the draft of what is written, on this device. */
export function draftKeyOf(writing: Writing): string {
  switch (writing.kind) {
    case 'new':
      return `passage ${writing.passage.start}-${writing.passage.end}`;
    case 'reply':
      return `reply ${writing.to}`;
    case 'edit':
      return `edit ${writing.key}`;
  }
}

export function waitingDraftOf(
  { key, comment }: KeptDraft,
  records: DraftedRecords,
): WaitingDraft | null {
  const [kind = '', about = ''] = key.split(' ');
  if (kind === 'passage') {
    const [start = NaN, end = NaN] = about.split('-').map(Number);
    const isPassage = Number.isInteger(start) && Number.isInteger(end);
    const writing: Writing = { kind: 'new', passage: { start, end } };
    return isPassage
      ? { key, comment, writing, annotation: null, offset: start, isGone: false }
      : null;
  }
  const reply = records.replies.get(about);
  const annotation = records.annotations.get(reply?.annotation ?? about);
  const writing: Writing =
    kind === 'reply'
      ? { kind, to: about }
      : { kind: 'edit', map: reply === undefined ? 'annotations' : 'replies', key: about };
  return {
    key,
    comment,
    writing,
    annotation: annotation?.id ?? null,
    offset: annotation?.target.start ?? 0,
    isGone: annotation === undefined,
  };
}

export function goOnWith(room: Room, { writing, annotation, offset }: WaitingDraft): void {
  if (annotation !== null) openAnnotation(room, annotation);
  startWriting(room, writing);
  showOffset(room, offset);
}
