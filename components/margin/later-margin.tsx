'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';

const Margin = lazy(async () => ({ default: (await import('./margin.tsx')).Margin }));

const neverChanges = () => () => {};

/**
 * The margin, whose code comes beside the session's: before records are there it has nothing to show, and takes no room of the text's.
 * The server leaves it out: by the time its code has come there may be something open, which the server did not render.
 */
export function LaterMargin() {
  const isInBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return isInBrowser ? (
    <Suspense fallback={null}>
      <Margin />
    </Suspense>
  ) : null;
}
