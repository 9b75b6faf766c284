import { UNDO } from './commands/undo-commands.ts';
import { openAnnotation } from './open-in-margin.ts';
import type { Room } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';

/** Says what I took away, with the way back for who has no keyboard. `annotation`: what the focus goes to when it is back. */
export function offerUndo({ state }: Room, words: string, annotation: string | null): void {
  state.notice.set({ words, deed: { name: 'Undo', run: (room) => bringBack(room, annotation) } });
}

function bringBack(room: Room, annotation: string | null): void {
  UNDO.run(room, null);
  const back = room.records.shown.get().annotations.get(annotation ?? '');
  if (back === undefined) return;
  if (room.state.opened.get() === null) openAnnotation(room, back.id);
  room.state.ledTo.set(back.id);
  showOffset(room, back.target.start);
}
