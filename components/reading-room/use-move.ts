import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ReadingSession } from '#lib/client/reading-session.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { askServer } from '#components/ui/ask-server.ts';
import { useObservable } from '#components/ui/use-observable.ts';

/** Until the server says where my work goes. Milliseconds. */
const PAUSE = 3000;

/**
 * When my work has moved (4409): asks where to, until there is an answer, and fetches the page's data, with which the new place is
 * opened. Asked first, because a refresh that fails reloads the page. `reopen`: it is the same place again.
 */
export function useMove(session: ReadingSession, reading: ReadingView, reopen: () => void): void {
  const router = useRouter();
  const moved = useObservable(session.ended)?.kind === 'moved';
  const { id, place, phase, role } = reading;

  useEffect(() => {
    if (!moved) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await askServer<ReadingView[]>('GET', '/api/readings');
      if (left) return;
      const now = answer.ok ? answer.value.find((one) => one.id === id) : undefined;
      const isSame = now?.place === place && now.phase === phase && now.role === role;
      if (isSame) waiting = setTimeout(reopen, PAUSE);
      else if (answer.ok) router.refresh();
      else waiting = setTimeout(() => void ask(), PAUSE);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(waiting);
    };
  }, [moved, router, id, place, phase, role, reopen]);
}
