import type { Annotation } from '#lib/annotation/record.ts';
import type { EndMove } from '#lib/anchor/moved-end.ts';
import { inSight } from '../in-sight.ts';
import { beginEnds, leaveEnds, moveEnd, openOwnMark, takeEnds } from '../mark-ends.ts';
import type { Room } from '../room.ts';
import { deleteAnnotation } from '../write-marks.ts';
import type { Command } from './command.ts';

/** While ends are being moved, these keys are for nothing else: they stand before all others. */
export const ENDS_COMMANDS: readonly Command[] = [
  {
    ...whileMoving((room, event) => moveEnd(room, endMoveOf(event))),
    id: 'move-end',
    keys: ['ArrowRight', 'ArrowLeft'].flatMap((key) => [
      key,
      `Shift+${key}`,
      `Alt+${key}`,
      `Shift+Alt+${key}`,
    ]),
    words: 'Move the end by a word; with Shift the start, with Alt by a letter',
  },
  {
    ...whileMoving((room) => takeEnds(room)),
    id: 'take-ends',
    keys: ['Enter'],
    words: 'Keep them',
  },
  {
    ...whileMoving((room) => leaveEnds(room)),
    id: 'leave-ends',
    keys: ['Escape'],
    words: 'Leave the mark as it was',
  },
];

/** For the mark of mine that is open. */
export const MY_MARK_COMMANDS: readonly Command[] = [
  {
    ...onMine((room, mark) => beginEnds(room, mark, 'keys')),
    id: 'move-ends',
    keys: ['e'],
    words: 'Move the ends of your open mark',
  },
  {
    ...onMine(({ state: { detailed } }, { id }) => detailed.set(detailed.get() === id ? null : id)),
    id: 'details',
    keys: ['b'],
    words: 'Details of your open mark: voice, wording, labels',
  },
  {
    ...onMine((room, mark) => {
      room.state.opened.set(null);
      deleteAnnotation(room, mark);
    }),
    id: 'delete',
    keys: ['Delete'],
    words: 'Delete your open mark',
  },
];

function whileMoving(
  run: (room: Room, event: KeyboardEvent | null) => void,
): Pick<Command, 'group' | 'when' | 'run'> {
  return { group: 'ends', when: ({ state }) => state.ends.get() !== null, run };
}

function onMine(
  deed: (room: Room, mark: Annotation) => void,
): Pick<Command, 'group' | 'when' | 'run'> {
  return {
    group: 'mark',
    when: (room) => openOwnMark(room) !== null,
    run(room) {
      const mark = openOwnMark(room);
      if (mark !== null) inSight(room, mark, () => deed(room, mark));
    },
  };
}

function endMoveOf(event: KeyboardEvent | null): EndMove {
  return {
    end: event?.shiftKey === true ? 'start' : 'end',
    by: event?.altKey === true ? 'character' : 'word',
    step: event?.key === 'ArrowLeft' ? -1 : 1,
  };
}
