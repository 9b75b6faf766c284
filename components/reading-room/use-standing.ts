import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ReadingView } from '#lib/protocol/http.ts';
import { askServer } from '#components/ui/ask-server.ts';
import type { RoomRecords } from './room-records.ts';

/**
 * Notices what nobody could tell me: that the reading was closed, or my role changed, while I was offline. Asks when the connection
 * is back and when a write was refused, and fetches the page's data when it shows another phase, role or place than there is.
 */
export function useStanding({ saving, refused }: RoomRecords, reading: ReadingView): void {
  const router = useRouter();
  const { id, place, phase, role } = reading;

  useEffect(() => {
    let left = false;
    let wasOffline = saving.get().kind === 'offline';
    let known = refused.get().length;
    const ask = async (): Promise<void> => {
      const answer = await askServer<ReadingView[]>('GET', '/api/readings');
      // Without an answer the connection will be lost and found again.
      if (left || !answer.ok) return;
      const now = answer.value.find((one) => one.id === id);
      if (now?.place !== place || now.phase !== phase || now.role !== role) router.refresh();
    };
    const followSaving = (): void => {
      const isOffline = saving.get().kind === 'offline';
      if (wasOffline && !isOffline) void ask();
      wasOffline = isOffline;
    };
    const followRefused = (): void => {
      const { length } = refused.get();
      if (length > known) void ask();
      known = length;
    };
    const endings = [saving.subscribe(followSaving), refused.subscribe(followRefused)];
    return () => {
      left = true;
      for (const end of endings) end();
    };
  }, [router, saving, refused, id, place, phase, role]);
}
