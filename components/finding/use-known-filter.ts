import { useEffect, useRef } from 'react';
import type { Filter } from '#lib/insight/filter.ts';
import { withoutStrangers } from '#lib/insight/without-strangers.ts';
import type { Room } from '#components/reading-room/room.ts';

const LEFT_OUT =
  'This link names somebody who is not in this reading. That part of it is left out.';

/**
 * Lets go of people whom the address names and nobody here is: neither a member nor, once the marks have come, who made one (those
 * who left the group are known by their marks alone).
 */
export function useKnownFilter({ page, records, state }: Room): void {
  const asked = useRef(true);
  useEffect(() => {
    const look = (): void => {
      const { kind } = records.saving.get();
      if (!asked.current || (kind !== 'saved' && kind !== 'saving')) return;
      asked.current = false;
      const filter = state.find.get();
      const known = withoutStrangers(filter, page.user.id, isKnownIn({ page, records }));
      state.find.set(known);
      if (namesFewer(known, filter)) state.notice.set(LEFT_OUT);
    };
    // What comes with a change, all of it, or what another listener makes of it.
    const lookSoon = (): void => queueMicrotask(look);
    const askAgain = (): void => {
      asked.current = true;
      lookSoon();
    };
    const end = records.saving.subscribe(lookSoon);
    window.addEventListener('popstate', askAgain);
    lookSoon();
    return () => {
      end();
      window.removeEventListener('popstate', askAgain);
    };
  }, [page, records, state]);
}

function isKnownIn({ page, records }: Pick<Room, 'page' | 'records'>): (user: string) => boolean {
  const { annotations, replies } = records.all.get();
  const authors = [...annotations.values(), ...replies.values()].map(({ author }) => author);
  const known = new Set([...page.members.map(({ id }) => id), ...authors]);
  return (user) => known.has(user);
}

const namesFewer = (known: Filter, asked: Filter): boolean =>
  known.by.length < asked.by.length || (known.show === 'everyone' && asked.show !== 'everyone');
