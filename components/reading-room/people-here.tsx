'use client';
import { AvatarStack } from '#components/ui/avatar-stack.tsx';
import { useLayout } from '#components/margin/use-layout.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';

/** Who else is here: five (two on a phone), then +N. Nobody is announced coming or going. */
export function PeopleHere() {
  const { session } = useRoom();
  const others = useObservable(session.presence);
  const narrow = useLayout() === 'sheet';
  return (
    <AvatarStack people={others.map(({ user }) => user)} label="Here now" shown={narrow ? 2 : 5} />
  );
}
