import type { Annotation } from '#lib/annotation/record.ts';
import { contestedStretches } from '#lib/insight/contested.ts';
import { counts } from '#lib/insight/insight-of.ts';
import { firstVisibleOffset } from './first-visible-offset.ts';
import { isInsightShown } from './insight-beside.ts';
import { openAnnotation, openIn, pickedId } from './open-in-margin.ts';
import type { Opened, Passage, Room } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';

/** The panel and the sheet of insight cover what is below this part of the window. */
const ABOVE_PANEL = 0.4;

/** Where I was led to, by what was opened there. */
const ledTo = new WeakMap<Opened, Passage>();

/** Opens the annotation after (1) or before (-1) the open one, in the order of the text; with none open, from where I read. */
export function goToAnnotation(room: Room, step: 1 | -1): void {
  const shown = [...room.records.shown.get().annotations.values()].filter(counts).sort(byPlace);
  const open = pickedId(room.state.opened.get());
  const at = shown.findIndex(({ id }) => id === open);
  const next = at >= 0 ? shown[at + step] : nearest(shown, hereIn(room), step);
  if (next === undefined) return sayNone(room, 'annotation', step);
  openAnnotation(room, next.id);
  showOffset(room, next.target.start);
  room.state.announced.set(`${next.target.exact} (${shown.indexOf(next) + 1} of ${shown.length})`);
}

/** Goes to the next (1) or previous (-1) passage on which members differ. */
export function goToContested(room: Room, step: 1 | -1): void {
  const standing = [...room.records.work.get().annotations.values()].filter(counts);
  const shown = [...room.records.shown.get().annotations.values()];
  const isShown = ({ start, end }: Passage): boolean =>
    shown.some(({ target }) => target.start < end && target.end > start);
  const places = contestedStretches(standing)
    .filter(isShown)
    .map((target) => ({ target }));
  const next = nearest(places, hereIn(room), step);
  if (next === undefined) return sayNone(room, 'contested passage', step);
  const { target } = next;
  if (isInsightShown(room)) {
    room.state.considered.set(target);
    showOffset(room, target.start, ABOVE_PANEL);
  } else {
    openLed(room, target);
    showOffset(room, target.start);
  }
  const words = room.page.text.slice(target.start, target.end);
  room.state.announced.set(`${words} (contested, ${places.indexOf(next) + 1} of ${places.length})`);
}

/** Goes to the next (1) or previous (-1) annotation with words that I have not read; behind the last one to the first. */
export function goToUnread(room: Room, step: 1 | -1): void {
  const { annotations, replies } = room.records.shown.get();
  const on = (key: string): Annotation[] =>
    [annotations.get(replies.get(key)?.annotation ?? key)].filter((found) => found !== undefined);
  const places = [...new Set([...room.unread.unread.get()].flatMap(on))].sort(byPlace);
  const next = nearest(places, hereIn(room), step) ?? places.at(step === 1 ? 0 : -1);
  if (next === undefined) return room.state.notice.set('You have read all that was said here.');
  openAnnotation(room, next.id);
  showOffset(room, next.target.start);
  room.state.announced.set(`${next.target.exact} (unread, one of ${places.length})`);
}

function openLed(room: Room, passage: Passage): void {
  openIn(room, passage);
  const opened = room.state.opened.get();
  if (opened !== null) ledTo.set(opened, passage);
}

/** The passage that insight is about, or that I was led to, while it is open; else the cursor, the open annotation, or the first line that is in view. */
function hereIn(room: Room): Passage {
  const { records, state } = room;
  const considered = isInsightShown(room) ? state.considered.get() : null;
  const opened = state.opened.get();
  const led = opened === null ? undefined : ledTo.get(opened);
  const open = records.all.get().annotations.get(pickedId(opened) ?? '');
  const first = (firstVisibleOffset(state.article.get()) ?? 0) - 1;
  return considered ?? led ?? open?.target ?? state.cursor.get() ?? { start: first, end: first };
}

function nearest<T extends { target: Passage }>(
  inOrder: readonly T[],
  here: Passage,
  step: 1 | -1,
): T | undefined {
  return step === 1
    ? inOrder.find(({ target }) => target.start > here.start)
    : inOrder.findLast(({ target }) => target.start < here.start);
}

function sayNone({ state }: Room, what: string, step: 1 | -1): void {
  state.notice.set(`There is no ${what} ${step === 1 ? 'after' : 'before'} this.`);
}

function byPlace(a: Annotation, b: Annotation): number {
  return a.target.start - b.target.start || a.target.end - b.target.end || (a.id < b.id ? -1 : 1);
}
