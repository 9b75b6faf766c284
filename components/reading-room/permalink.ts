import { copyText } from '#components/ui/copy-text.ts';
import type { Room } from './room.ts';

/** Leads to one annotation; the fragment reaches no server's log. */
function permalink({ page }: Room, annotation: string): string {
  return new URL(`/readings/${page.reading.id}#a=${annotation}`, window.location.href).href;
}

/** Copies the annotation's address; where the browser does not let us, it is shown selected. */
export async function copyPermalink(room: Room, annotation: string): Promise<void> {
  const link = permalink(room, annotation);
  const copied = await copyText(link);
  room.state.notice.set(copied ? 'The link is copied.' : { words: NOT_COPIED, address: link });
}

const NOT_COPIED = 'Your browser does not let us copy. Here is the link:';
