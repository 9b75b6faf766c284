'use client';
import { lazy, Suspense } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { openOwnMark } from './mark-ends.ts';
import { useRoom } from './room.ts';

const EndHandles = lazy(async () => ({ default: (await import('./end-handles.tsx')).EndHandles }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

/** What is loaded when it is used: handles at an open mark of mine, the sheet of keys. */
export function LaterParts() {
  const room = useRoom();
  const { records, state } = room;
  useObservable(state.opened);
  useObservable(records.shown);
  const sheetOpen = useObservable(state.sheetOpen);
  const mark = openOwnMark(room);
  return (
    <Suspense>
      {mark !== null && <EndHandles mark={mark} />}
      {sheetOpen && <KeysSheet />}
    </Suspense>
  );
}
