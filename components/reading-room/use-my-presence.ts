import { useEffect } from 'react';
import type { Room } from './room.ts';

/** Others' screens need not follow every pixel of a drag. Milliseconds. */
const PAUSE = 250;

/** Shows the others which paragraph I read and what I have selected, unless I hide it. */
export function useMyPresence({ session, state, settings }: Room): void {
  const { placeHidden } = settings;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      const block = state.block.get();
      const cursor = state.selection.get();
      const typing = state.typing.get();
      const shown = {
        cursor,
        ...(block !== null && { block }),
        ...(typing !== null && { typing }),
      };
      session.showPresence(placeHidden.get() ? null : shown);
    };
    const showSoon = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(show, PAUSE);
    };
    const endings = [
      state.block.subscribe(showSoon),
      state.selection.subscribe(showSoon),
      state.typing.subscribe(showSoon),
      placeHidden.subscribe(show),
    ];
    showSoon();
    return () => {
      clearTimeout(waiting);
      for (const end of endings) end();
    };
  }, [session, state, placeHidden]);
}
