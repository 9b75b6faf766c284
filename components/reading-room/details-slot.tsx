'use client';
import { lazy, Suspense } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import { mayChange } from './where-marks-go.ts';

/** When it is asked for: most marks say all with their tag. */
const MarkDetails = lazy(async () => ({
  default: (await import('./mark-details.tsx')).MarkDetails,
}));

/** Where a mark of mine shows its details, when they are asked for. */
export function DetailsSlot({ annotation }: { annotation: Annotation }) {
  const room = useRoom();
  const shown = useObservable(room.state.detailed) === annotation.id;
  if (!shown || !mayChange(room, annotation)) return null;
  return (
    <Suspense>
      <MarkDetails annotation={annotation} />
    </Suspense>
  );
}
