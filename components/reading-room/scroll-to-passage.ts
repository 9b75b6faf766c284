import { TOP_LINE } from './first-visible-offset.ts';
import type { Passage, Room } from './room.ts';

/** Where in the window (from its top) a passage comes to rest when one goes there. */
const LANDING = 0.3;
/** A line of the text with its underlines, at most. Px. */
const LINE = 40;

/** Puts the line of `offset` into the upper third of the window at once. */
export function scrollToOffset(room: Room, offset: number): void {
  const top = documentTop(room, offset) - window.innerHeight * LANDING;
  window.scrollTo({ top, behavior: 'instant' });
}

/** Puts the line of `offset` right below the top bar at once. */
export function scrollToLineAtTop(room: Room, offset: number): void {
  window.scrollTo({ top: documentTop(room, offset) - TOP_LINE, behavior: 'instant' });
}

/** As `scrollToOffset`, gliding, and only when the passage is out of view, or lower in the window than that part of its height. */
export function showOffset(room: Room, offset: number, lowest = lowestInView()): void {
  const top = documentTop(room, offset);
  const inWindow = top - window.scrollY;
  if (inWindow >= 80 && inWindow <= window.innerHeight * lowest) return;
  glideTo(top - window.innerHeight * LANDING);
}

const lowestInView = (): number => (window.matchMedia('(max-width: 639px)').matches ? 0.5 : 0.9);

/**
 * Glides until the passage begins right below the top bar, when it does not begin in the upper third of the window, or does not end
 * above what covers its lower `covered` px. Whether it had to.
 */
export function bringAbove(room: Room, { start, end }: Passage, covered: number): boolean {
  const { innerHeight } = window;
  const top = windowTop(room, start);
  const beginsHigh = top >= TOP_LINE && top <= innerHeight / 3;
  if (beginsHigh && windowTop(room, end - 1) <= innerHeight - covered - LINE) return false;
  glideTo(top + window.scrollY - TOP_LINE - LINE / 2);
  return true;
}

/** Where the line of `offset` is in the window, from its top in px. */
export function windowTop(room: Room, offset: number): number {
  return documentTop(room, offset) - window.scrollY;
}

function glideTo(top: number): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({ top, behavior: still ? 'instant' : 'smooth' });
}

function documentTop({ state }: Room, offset: number): number {
  const article = state.article.get()?.getBoundingClientRect().top ?? 0;
  return article + window.scrollY + (state.layer.get()?.topOf(offset) ?? 0);
}
