'use client';
import { lazy, Suspense } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { openOwnMark } from './mark-ends.ts';
import { Printing } from './printing.tsx';
import { useRoom } from './room.ts';

const EndHandles = lazy(async () => ({ default: (await import('./end-handles.tsx')).EndHandles }));
const ViewLegend = lazy(async () => ({ default: (await import('./view-legend.tsx')).ViewLegend }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

/** What is loaded when it is used: handles at an open mark of mine, the sheet of keys, what a view means. */
export function LaterParts() {
  const room = useRoom();
  const { records, state } = room;
  useObservable(state.opened);
  useObservable(records.shown);
  const sheetOpen = useObservable(state.sheetOpen);
  const view = useObservable(state.paint, 'marks');
  const mark = openOwnMark(room);
  return (
    <Suspense>
      {mark !== null && <EndHandles mark={mark} />}
      {sheetOpen && <KeysSheet />}
      {view !== 'marks' && <ViewLegend view={view} />}
      <Printing />
    </Suspense>
  );
}
