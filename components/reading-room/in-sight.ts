import type { Annotation } from '#lib/annotation/record.ts';
import { cardIdOf } from '#lib/client/mark-details.ts';
import { BAR_HEIGHT } from './first-visible-offset.ts';
import type { Room } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';

/** So much of it must show. Px. */
const SOME = 16;

/**
 * A key acts on what is open only while one sees it, or has the focus in it: in a long text a stray key would change what one has
 * forgotten. Else nothing is done and nothing moves; it is said, with the way there.
 */
export function inSight(room: Room, open: Annotation, deed: () => void): void {
  if (shows(open)) return deed();
  room.state.notice.set({
    words: 'What is open is out of view, so this key did nothing.',
    deed: { name: 'Go there', run: (here) => showOffset(here, open.target.start) },
  });
}

/** What is open and has no card of its own, in a window without a margin, counts as seen. */
function shows({ id }: Annotation): boolean {
  const card = document.getElementById(cardIdOf(id));
  if (card === null || card.contains(document.activeElement)) return true;
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > BAR_HEIGHT + SOME && top < window.innerHeight - SOME;
}
