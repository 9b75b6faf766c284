'use client';
import { lazy, Suspense } from 'react';
import { LaterMargin } from '#components/margin/later-margin.tsx';
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
  if (finding === null) return <LaterMargin />;
  return (
    <Suspense fallback={<LaterMargin />}>
      <Panel focus={finding} />
    </Suspense>
  );
}
