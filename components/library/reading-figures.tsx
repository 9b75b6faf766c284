'use client';
import { useRef } from 'react';
import { useLiveReading } from '#components/insights/use-live-reading.ts';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { CardFoot } from './card-foot.tsx';
import type { LibraryReading } from './library.ts';
import { TagShares } from './tag-shares.tsx';
import { useInView } from './use-in-view.ts';

interface Props {
  item: LibraryReading;
  user: { id: string; name: string };
}

/** How a reading's tags divide and who is there: live once it has come into view. */
export function ReadingFigures({ item, user }: Props) {
  const figures = useRef<HTMLDivElement>(null);
  const { reading, members } = item;
  const { insight, here } = useLiveReading(reading, user, item.insight, useInView(figures));
  useKnownPeople(here?.map((presence) => presence.user.id) ?? [], members);
  return (
    <div ref={figures}>
      <TagShares insight={insight} own={reading.phase === 'blind' && reading.place !== 'shared'} />
      <CardFoot reading={reading} insight={insight} members={members} here={here} user={user} />
    </div>
  );
}
