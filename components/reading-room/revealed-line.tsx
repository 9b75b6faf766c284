'use client';
import { useDeferredValue, useMemo } from 'react';
import { counts } from '#lib/insight/insight-of.ts';
import { counted } from '#components/ui/counted.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';

/** What a reveal brought: "Revealed: 212 marks of 11 people", and the way to where they differ. */
export function RevealedLine() {
  const { records } = useRoom();
  const { annotations } = useDeferredValue(useObservable(records.work));
  const standing = useMemo(() => [...annotations.values()].filter(counts), [annotations]);
  const people = new Set(standing.map(({ author }) => author)).size;
  return `Revealed: ${counted(standing.length, 'mark')} of ${counted(people, 'person', 'people')}.`;
}
