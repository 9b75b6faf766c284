import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import { createLedgerDesk, type LedgerDesk } from './ledger-desk.ts';
import type { LedgerView } from './ledger-view.ts';

/** The desk of the page, for as long as it is shown; what the server renders anew is taken over. */
export function useLedgerDesk({ user, group, ledger }: LedgerView): LedgerDesk {
  const router = useRouter();
  const { id, name } = user;
  const [desk] = useState(() =>
    createLedgerDesk(ledger, {
      async open({ id: reading, place }) {
        const { openReadingSession } = await import('#lib/client/reading-session.ts');
        return openReadingSession({ reading, place, user: { id, name }, onlooker: true });
      },
      fetch: () => askServer<Ledger>('GET', `/api/groups/${group.id}/predictions`),
      onEnd: () => router.refresh(),
    }),
  );
  useEffect(() => desk.take(ledger), [desk, ledger]);
  useEffect(() => () => desk.close(), [desk]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') desk.refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [desk]);
  return desk;
}
