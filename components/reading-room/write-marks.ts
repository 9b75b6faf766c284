import { targetOf } from '#lib/anchor/target-of.ts';
import { tagDefinition } from '#lib/annotation/codebook.ts';
import type { Comment } from '#lib/annotation/comment.ts';
import type { Annotation, Reply } from '#lib/annotation/record.ts';
import { newAnnotation, newReply } from '#lib/client/new-record.ts';
import { type MarkChange, retag, takeBack, voiceIn, withFirstWords } from './mark-changes.ts';
import { offerUndo } from './offer-undo.ts';
import { recordFits } from './record-fits.ts';
import type { Passage, Room } from './room.ts';
import { mayChange, mayMark, ownMarkHere } from './where-marks-go.ts';
import { put, removal, writeRecords } from './write-records.ts';

/** Tags the passage for me, or changes or takes off my tag on exactly this passage. */
export function tagPassage(room: Room, passage: Passage, tag: string): void {
  if (!mayMark(room)) return;
  const own = ownMarkHere(room, passage);
  if (own !== null) return changeTag(room, own, tag);
  const annotation = markOf(room, passage, { tag });
  if (annotation === null) return;
  writeRecords(room, [put('annotations', annotation)]);
  room.state.announced.set(`Marked as ${nameOf(tag)}${forWhom(room)}.`);
}

export function changeTag(room: Room, mark: Annotation, tag: string): void {
  if (!mayChange(room, mark)) return;
  const change = retag(room.records.all.get(), mark, tag, Date.now());
  changeMarks(room, [change]);
  if (change.kind === 'remove') return offerUndo(room, 'Mark taken off.', mark.id);
  const kept = change.annotation.tag !== null;
  room.state.announced.set(kept ? `Now marked as ${nameOf(tag)}.` : 'Mark taken off.');
}

/** Several of my marks at once: one step, which one undo takes back. */
export function changeMarks(room: Room, changes: readonly MarkChange[]): void {
  const writes = changes.map((change) =>
    change.kind === 'put'
      ? put('annotations', change.annotation)
      : removal('annotations', change.id),
  );
  if (writes.length > 0) writeRecords(room, writes);
}

/** My comment on the passage: on my own mark there when it has no words yet. */
export function commentOn(room: Room, passage: Passage, comment: Comment): void {
  const own = ownMarkHere(room, passage);
  const annotation =
    own?.comment === null
      ? withFirstWords(own, comment, Date.now())
      : markOf(room, passage, { comment });
  if (annotation === null) return;
  writeRecords(room, [put('annotations', annotation)]);
  room.state.opened.set({ kind: 'annotations', ids: [annotation.id], picked: 0 });
  room.state.announced.set(`Your comment is there${forWhom(room)}.`);
}

/** Whether the passage can be marked at all; when it is too long, that is said. */
export function hasRoomToMark(room: Room, passage: Passage): boolean {
  return markOf(room, passage, {}) !== null;
}

export function replyTo(room: Room, annotation: string, comment: Comment): void {
  const { user } = room.page;
  writeRecords(room, [put('replies', newReply({ user, annotation, comment, now: Date.now() }))]);
  room.state.announced.set('Your reply is there.');
}

export function editAnnotation(room: Room, annotation: Annotation, comment: Comment): void {
  writeRecords(room, [put('annotations', modified({ ...annotation, comment }))]);
}

export function editReply(room: Room, reply: Reply, comment: Comment): void {
  writeRecords(room, [put('replies', modified({ ...reply, comment }))]);
}

/** Takes back what is mine, which I can undo; what is another's, an instructor takes out of the shared margin for good. */
export function deleteAnnotation(room: Room, annotation: Annotation): void {
  const { records, page, state } = room;
  if (annotation.author !== page.user.id) {
    writeRecords(room, [removal('annotations', annotation.id)]);
    return state.announced.set(DELETED);
  }
  const change = takeBack(records.all.get(), annotation, Date.now());
  changeMarks(room, [change]);
  const words = change.kind === 'put' ? 'Taken back. What others said to it stays.' : DELETED;
  offerUndo(room, words, annotation.id);
}

export function deleteReply(room: Room, reply: Reply): void {
  writeRecords(room, [removal('replies', reply.id)]);
  if (reply.author === room.page.user.id) offerUndo(room, DELETED, reply.annotation);
  else room.state.announced.set(DELETED);
}

const DELETED = 'Deleted.';
const TOO_LONG = 'This passage is too long to mark at once: mark it in parts.';

/** Null for what can be no mark; when that is because of its length, it is said. */
function markOf(
  { page, state }: Room,
  passage: Passage,
  given: { tag?: string; comment?: Comment },
): Annotation | null {
  const revision = { id: page.reading.revision, text: page.text };
  const target = targetOf(revision, passage.start, passage.end);
  if (target === null) return null;
  const voice = voiceIn(page.blocks, passage);
  const annotation = newAnnotation({ user: page.user, target, ...given, voice, now: Date.now() });
  const fits = recordFits(annotation);
  state.notice.set(fits ? '' : TOO_LONG);
  return fits ? annotation : null;
}

function modified<T extends Annotation | Reply>(record: T): T {
  return { ...record, modified: new Date().toISOString() };
}

const forWhom = ({ settings }: Room): string => (settings.onlyMe.get() ? ', for you alone' : '');

const nameOf = (tag: string): string => tagDefinition(tag)?.name ?? tag;
