'use client';
import { lazy, Suspense } from 'react';
import type { SessionEnd } from '#lib/client/reading-session.ts';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import styles from './session-ended.module.css';

const CopyMyWords = lazy(async () => ({
  default: (await import('./copy-my-words.tsx')).CopyMyWords,
}));

/**
 * Says that nothing more comes or goes, why, and what to do. What was written here stays on this device. A move (Z6) ends a
 * session too, but the room goes on by itself.
 */
export function SessionEnded() {
  const { page, session } = useRoom();
  const ended = useObservable(session.ended);
  if (ended === null || ended.kind === 'moved') return null;
  return (
    <div className={styles.ended}>
      <Notice kind="error">
        <span>{ended.title}</span> <WayOut end={ended} reading={page.reading.id} />
      </Notice>
    </div>
  );
}

function WayOut({ end, reading }: { end: SessionEnd; reading: string }) {
  if (end.kind === 'removed')
    return (
      <Suspense>
        <CopyMyWords />
      </Suspense>
    );
  if (end.kind === 'signed-out')
    return (
      <LinkButton kind="plain" href={`/sign-in?to=${encodeURIComponent(`/readings/${reading}`)}`}>
        Sign in again
      </LinkButton>
    );
  if (end.kind === 'not-allowed' || end.kind === 'not-found')
    return (
      <LinkButton kind="plain" href="/">
        To the library
      </LinkButton>
    );
  return <Button onClick={() => window.location.reload()}>Load the page again</Button>;
}
