import { EVERYTHING, type Filter, type Whose } from '#lib/insight/filter.ts';
import type { Room } from '#components/reading-room/room.ts';

/** Changes some of what is looked for and leaves the rest. */
export function choose({ state }: Pick<Room, 'state'>, more: Partial<Filter>): void {
  state.find.set({ ...state.find.get(), ...more });
}

/** Hides nothing any more; what is searched for, and the order, stay. */
export function showEverything({ state }: Pick<Room, 'state'>): void {
  const { words, sort } = state.find.get();
  state.find.set({ ...EVERYTHING, words, sort });
}

/** Everyone, mine, none, and round again; from one person alone: everyone. */
export function stepWhose(room: Room): void {
  const next: Record<string, Whose> = { everyone: 'mine', mine: 'none' };
  const { show } = room.state.find.get();
  choose(room, { show: typeof show === 'string' ? (next[show] ?? 'everyone') : 'everyone' });
}

/** That person's marks alone, in the text too; again: everyone's. */
export function showAlone(room: Room, user: string): void {
  const isAlone = isShownAlone(room.state.find.get().show, user, room.page.user.id);
  const alone: Whose = user === room.page.user.id ? 'mine' : { user };
  choose(room, { show: isAlone ? 'everyone' : alone });
}

export function isShownAlone(show: Whose, user: string, me: string): boolean {
  return typeof show === 'string' ? show === 'mine' && user === me : show.user === user;
}

/** The list with the value put in or taken out. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** Closes the panel; the search goes with it, what is filtered stays. */
export function closeFinding(room: Room): void {
  choose(room, { words: '', sort: 'place' });
  room.state.finding.set(null);
}
