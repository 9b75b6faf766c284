import { useEffect } from 'react';
import { whenIdle } from '#lib/client/when-idle.ts';
import type { ReadingMeView } from '#lib/protocol/http.ts';
import { askServer } from '#components/ui/ask-server.ts';
import type { Room } from './room.ts';

/** How long what was read is gathered before it is sent. Milliseconds. */
const PAUSE = 1500;

/** Asks what is new to me once the place has synced, and tells the server what I read. */
export function useUnread({ page, session, unread, threads }: Room): void {
  const path = `/api/readings/${page.reading.id}/me`;

  useEffect(() => {
    let isAsked = false;
    let left = false;
    const fetchAnswer = async (): Promise<void> => {
      const answer = await askServer<ReadingMeView>('GET', path);
      // Without an answer what comes is unread all the same.
      if (left || !answer.ok) return;
      unread.answered(answer.value.unread);
      threads.answered(answer.value.threads);
    };
    // The first marks are painted before: the browser makes a request no quicker than it draws some of them.
    const request = whenIdle(() => void fetchAnswer());
    const ask = (): void => {
      const { kind } = session.saving.get();
      if (isAsked || kind === 'connecting' || kind === 'offline') return;
      isAsked = true;
      unread.asked();
      threads.asked();
      request.ask();
    };
    const end = session.saving.subscribe(ask);
    ask();
    return () => {
      left = true;
      request.cancel();
      end();
    };
  }, [session, unread, threads, path]);

  useEffect(() => {
    let known = unread.unread.get();
    let read: string[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const send = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      for (let at = 0; at < read.length; at += MOST)
        void askServer('PUT', path, { read: read.slice(at, at + MOST) });
      read = [];
    };
    const gather = (): void => {
      const now = unread.unread.get();
      read.push(...[...known].filter((key) => !now.has(key)));
      known = now;
      if (read.length > 0) waiting ??= setTimeout(send, PAUSE);
    };
    const sendIfHidden = (): void => {
      if (document.visibilityState === 'hidden' && waiting !== undefined) send();
    };
    const end = unread.unread.subscribe(gather);
    document.addEventListener('visibilitychange', sendIfHidden);
    return () => {
      end();
      document.removeEventListener('visibilitychange', sendIfHidden);
      if (waiting !== undefined) send();
    };
  }, [unread, path]);
}

/** Keys in one request, as `readingMeSchema` has it. */
const MOST = 2000;
