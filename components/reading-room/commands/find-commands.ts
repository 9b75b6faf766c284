import { closeFinding, stepWhose } from '#components/finding/choose.ts';
import type { Room } from '../room.ts';
import type * as StepThrough from '../step-through.ts';
import type { Command } from './command.ts';

export const NEXT_UNREAD: Command = moving(
  'next-unread',
  ['u'],
  'Next unread',
  ({ goToUnread }, room) => goToUnread(room, 1),
);

/** Whose marks, search, filter, and the ways from one to the next. */
export const FIND_COMMANDS: readonly Command[] = [
  finding('whose', ['h'], 'Everyone’s marks, mine, none', stepWhose),
  finding('search', ['/'], 'Search in text and comments', ({ state }) =>
    state.finding.set('search'),
  ),
  finding('filter', ['f'], 'Filter the marks', ({ state }) => state.finding.set('filter')),
  moving('next', ['n'], 'Next annotation', ({ goToAnnotation }, room) => goToAnnotation(room, 1)),
  moving('previous', ['Shift+n'], 'Previous annotation', ({ goToAnnotation }, room) =>
    goToAnnotation(room, -1),
  ),
  moving('next-contested', ['x'], 'Next contested passage', ({ goToContested }, room) =>
    goToContested(room, 1),
  ),
  moving(
    'previous-contested',
    ['Shift+x'],
    'Previous contested passage',
    ({ goToContested }, room) => goToContested(room, -1),
  ),
  NEXT_UNREAD,
  moving('previous-unread', ['Shift+u'], 'Previous unread', ({ goToUnread }, room) =>
    goToUnread(room, -1),
  ),
  {
    id: 'close-finding',
    keys: ['Escape'],
    words: 'Close search and filter',
    group: 'find',
    when: ({ state }) =>
      state.finding.get() !== null && state.opened.get() === null && state.writing.get() === null,
    run: closeFinding,
  },
];

function finding(id: string, keys: string[], words: string, run: (room: Room) => void): Command {
  return { id, keys, words, group: 'find', when: () => true, run };
}

/** Its code comes with the first step. */
function moving(
  id: string,
  keys: string[],
  words: string,
  go: (ways: typeof StepThrough, room: Room) => void,
): Command {
  const run = (room: Room): void =>
    void import('../step-through.ts').then((ways) => go(ways, room));
  return { id, keys, words, group: 'move', when: () => true, run };
}
