import { useEffect } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { firstVisibleOffset } from './first-visible-offset.ts';
import type { Room } from './room.ts';

/** At most so often is the position sent. Milliseconds. */
const PAUSE = 3000;

/** Keeps on the server where I read, so that any device goes on from there. */
export function useKeptPosition({ page, state }: Room): void {
  const path = `/api/readings/${page.reading.id}/me`;
  useEffect(() => {
    let sent: number | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const send = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      const position = firstVisibleOffset(state.article.get());
      if (position === null || position === sent) return;
      sent = position;
      void askServer('PUT', path, { position });
    };
    const sendLater = (): void => {
      waiting ??= setTimeout(send, PAUSE);
    };
    const sendIfHidden = (): void => {
      if (document.visibilityState === 'hidden' && waiting !== undefined) send();
    };
    window.addEventListener('scroll', sendLater, { passive: true });
    document.addEventListener('visibilitychange', sendIfHidden);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', sendLater);
      document.removeEventListener('visibilitychange', sendIfHidden);
    };
  }, [path, state]);
}
