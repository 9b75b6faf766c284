import { useMemo } from 'react';
import type { Records } from '#lib/annotation/record-set.ts';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { useRoom } from '#components/reading-room/room.ts';

/** Everyone who wrote something here has a name: who joined after the page was rendered is asked for. */
export function useFaces({ annotations, replies }: Pick<Records, 'annotations' | 'replies'>): void {
  const { members } = useRoom().page;
  const authors = useMemo(() => {
    const found = new Set<string>();
    for (const { author } of annotations.values()) found.add(author);
    for (const { author } of replies.values()) found.add(author);
    return [...found];
  }, [annotations, replies]);
  useKnownPeople(authors, members);
}
