import type { RoomPlace, Undone } from '#lib/client/undo-history.ts';
import { mayWriteIn, whyNotWrite } from '../permissions.ts';
import type { Room } from '../room.ts';
import type { Command } from './command.ts';

export const UNDO: Command = {
  id: 'undo',
  keys: ['Mod+z'],
  words: 'Undo',
  group: 'mark',
  when: () => true,
  run: (room) => tell(room, room.history.undo(placesOpenIn(room)), 'Undone.'),
};

export const UNDO_COMMANDS: readonly Command[] = [
  UNDO,
  {
    id: 'redo',
    keys: ['Mod+Shift+z', 'Mod+y'],
    words: 'Redo',
    group: 'mark',
    when: () => true,
    run: (room) => tell(room, room.history.redo(placesOpenIn(room)), 'Done again.'),
  },
];

const placesOpenIn =
  ({ page }: Room) =>
  (place: RoomPlace): boolean =>
    mayWriteIn(page.reading, place);

function tell({ page, state }: Room, undone: Undone, words: string): void {
  const written = undone.kind === 'some' && undone.written > 0;
  state.notice.set(noticeOf(undone) ?? whyNot());
  state.announced.set(written ? words : undone.kind === 'none' ? 'Nothing to take back.' : '');

  function whyNot(): string {
    return undone.kind === 'barred' ? (whyNotWrite(page.reading) ?? '') : '';
  }
}

/** What stays as it is although it was asked back; null when there is nothing of the kind. */
function noticeOf(undone: Undone): string | null {
  if (undone.kind !== 'some' || undone.kept === 0) return null;
  return undone.written === 0
    ? 'This was changed elsewhere meanwhile, so it stays as it is.'
    : 'Some of this was changed elsewhere meanwhile; that stays as it is.';
}
