import { counts } from '#lib/insight/insight-of.ts';
import { shortestFirst } from '#lib/insight/segments.ts';
import type { Opened, Passage, Room, Writing } from './room.ts';

/** Opens what lies at an offset of the text. */
export function openAt(room: Room, offset: number): void {
  openIn(room, { start: offset, end: offset + 1 });
}

/** Opens what lies in a passage; again at the same marks: the next one, from the shortest to the longest. */
export function openIn(room: Room, { start, end }: Passage): void {
  const ids = [...room.records.shown.get().annotations.values()]
    .filter((mark) => counts(mark) && mark.target.start < end && mark.target.end > start)
    .sort(shortestFirst)
    .map(({ id }) => id);
  if (ids.length === 0) return open(room, null);
  const before = room.state.opened.get();
  const again = before?.kind === 'annotations' && before.ids.join() === ids.join();
  open(room, { kind: 'annotations', ids, picked: again ? (before.picked + 1) % ids.length : 0 });
}

export function openAnnotation(room: Room, id: string): void {
  open(room, { kind: 'annotations', ids: [id], picked: 0 });
}

export function openBlock(room: Room, block: number): void {
  const before = room.state.opened.get();
  const isOpen = before?.kind === 'block' && before.block === block;
  open(room, isOpen ? null : { kind: 'block', block });
}

/** The list of conversations that lie folded; `ids` as `Conversation.id`. */
export function openStack(room: Room, ids: readonly string[]): void {
  open(room, { kind: 'stack', ids });
}

/** What was being written makes room: its draft stays, and shows at its passage. */
function open({ state }: Room, opened: Opened | null): void {
  state.writing.set(null);
  state.opened.set(opened);
}

/** A new comment has the margin to itself; an answer or a change is written in the card that is open. */
export function startWriting({ state }: Room, writing: Writing): void {
  if (writing.kind === 'new') state.opened.set(null);
  state.writing.set(writing);
}

/** Closes what is open, the newest first: what is written (its draft stays), then the card. False when nothing was. */
export function closeInMargin({ state }: Room): boolean {
  const top = state.writing.get() === null ? state.opened : state.writing;
  if (top.get() === null) return false;
  top.set(null);
  return true;
}

export function pickedId(opened: Opened | null): string | null {
  return opened?.kind === 'annotations' ? (opened.ids[opened.picked] ?? null) : null;
}
