'use client';
import { AvatarStack } from '#components/ui/avatar-stack.tsx';
import { useLayout } from '#components/margin/use-layout.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';

/** Who else is here: five (two where there is no margin), then +N. Nobody is announced coming or going. */
export function PeopleHere() {
  const { page, session, state } = useRoom();
  const heard = useObservable(session.presence).map(({ user }) => user);
  const asked = useObservable(state.members);
  const narrow = useLayout() !== 'margin';
  const here = asked?.filter((member) => member.here && member.id !== page.user.id) ?? heard;
  return <AvatarStack people={here} label="Here now" shown={narrow ? 2 : 5} />;
}
