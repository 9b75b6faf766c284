'use client';
import { lazy, Suspense } from 'react';

const Margin = lazy(async () => ({ default: (await import('./margin.tsx')).Margin }));

/** The margin, whose code comes beside the session's: before records are there it has nothing to show, and takes no room of the text's. */
export function LaterMargin() {
  return (
    <Suspense fallback={null}>
      <Margin />
    </Suspense>
  );
}
