import type { Phase } from '#lib/permission/can.ts';

/** What a phase means, under the reading's title. */
export const PHASE_MEANINGS: Record<Phase, string> = {
  open: 'Open: everybody sees everybody’s marks',
  blind: 'Blind: members do not see each other’s marks',
  closed: 'Closed: can be read, takes no more marks',
};

/** The deed that leads to a phase, for a menu and its dialog. */
export const PHASE_DEEDS: Record<Phase, string> = {
  open: 'Open the reading',
  blind: 'Make it blind',
  closed: 'Close the reading',
};

/** What changing the phase does, and to whom. To open a blind reading is to reveal it, which has words of its own. */
export const PHASE_EFFECTS: Record<Phase, string> = {
  open: 'Members can mark again, and see each other’s marks as they come.',
  blind:
    'From now on each member works at a desk of their own that only they and instructors see, until you reveal. Marks made so far stay in the shared margin and are seen again then.',
  closed:
    'Everything can still be read and copied, but nothing can be added or changed. Work at blind desks stays hidden until you reveal it. You can open the reading again.',
};
