import { useEffect } from 'react';
import type { Room } from './room.ts';

/** Says that the connection is lost, and that it is back: what the chip shows, without its every word. */
export function useSaidConnection({ records: { saving }, state }: Room): void {
  useEffect(() => {
    let wasOffline = false;
    return saving.subscribe(() => {
      const { kind } = saving.get();
      const isOffline = kind === 'offline';
      if (isOffline && !wasOffline)
        state.announced.set('No connection. You can go on; what you do is kept on this device.');
      if (wasOffline && kind === 'saved')
        state.announced.set('Connected again, everything is saved.');
      if (isOffline || kind === 'saved') wasOffline = isOffline;
    });
  }, [saving, state]);
}
