'use client';
import { lazy, Suspense } from 'react';
import { Margin } from '#components/margin/margin.tsx';
import { useRoom } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useFilter } from './use-filter.ts';

/** Its code comes when somebody looks for something. */
const Panel = lazy(async () => ({ default: (await import('./finding-panel.tsx')).FindingPanel }));

/** What stands beside the text: the margin, or in its place what is looked for. */
export function Beside() {
  const room = useRoom();
  useFilter(room);
  const finding = useObservable(room.state.finding);
  if (finding === null) return <Margin />;
  return (
    <Suspense fallback={<Margin />}>
      <Panel focus={finding} />
    </Suspense>
  );
}
