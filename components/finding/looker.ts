import type { Filter, Quality } from '#lib/insight/filter.ts';
import type { Looker } from '#lib/insight/filtered.ts';
import type { Room } from '#components/reading-room/room.ts';

/** What of a filter changes although no annotation does. */
const MOVING: readonly Quality[] = ['unresolved', 'unread'];

/**
 * For the filter that is chosen now, who looks. What was unread stays shown while _unread_ is chosen, also when it was read meanwhile: a
 * note must not go from under the eyes that read it.
 */
export function lookerIn(
  { threads, unread }: Pick<Room, 'threads' | 'unread'>,
  me: string,
): (filter: Filter) => Looker {
  let since: ReadonlySet<string> = new Set();
  return ({ is }) => {
    since = new Set(is.includes('unread') ? [...since, ...unread.unread.get()] : []);
    const resolved = [...threads.deciding.get()].filter(([, { state }]) => state === 'resolved');
    return { me, unread: since, resolved: new Set(resolved.map(([key]) => key)) };
  };
}

/** Tells whenever what the chosen filter goes by has changed, without a change of the filter. Gives what ends it. */
export function followMoving(
  { state, threads, unread }: Pick<Room, 'state' | 'threads' | 'unread'>,
  tell: () => void,
): () => void {
  const change = (): void => {
    if (state.find.get().is.some((quality) => MOVING.includes(quality))) tell();
  };
  const endings = [threads.deciding.subscribe(change), unread.unread.subscribe(change)];
  return () => {
    for (const end of endings) end();
  };
}
