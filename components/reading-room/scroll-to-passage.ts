import { TOP_LINE } from './first-visible-offset.ts';
import type { Room } from './room.ts';

/** Where in the window (from its top) a passage comes to rest when one goes there. */
const LANDING = 0.3;

/** Puts the line of `offset` into the upper third of the window at once. */
export function scrollToOffset(room: Room, offset: number): void {
  const top = documentTop(room, offset) - window.innerHeight * LANDING;
  window.scrollTo({ top, behavior: 'instant' });
}

/** Puts the line of `offset` right below the top bar at once. */
export function scrollToLineAtTop(room: Room, offset: number): void {
  window.scrollTo({ top: documentTop(room, offset) - TOP_LINE, behavior: 'instant' });
}

/** As `scrollToOffset`, gliding, and only when the passage is out of view. */
export function showOffset(room: Room, offset: number): void {
  const top = documentTop(room, offset);
  const inWindow = top - window.scrollY;
  const lowest = window.matchMedia('(max-width: 639px)').matches ? 0.5 : 0.9;
  if (inWindow >= 80 && inWindow <= window.innerHeight * lowest) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({
    top: top - window.innerHeight * LANDING,
    behavior: still ? 'instant' : 'smooth',
  });
}

function documentTop({ state }: Room, offset: number): number {
  const article = state.article.get()?.getBoundingClientRect().top ?? 0;
  return article + window.scrollY + (state.layer.get()?.topOf(offset) ?? 0);
}
