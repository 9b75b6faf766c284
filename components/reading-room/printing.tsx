'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '#lib/client/when-idle.ts';
import { useRoom } from './room.ts';

/**
 * While the page is printed all marks are drawn, and what was said stands after the text. The browser does not wait for that, so its
 * code has come before, when there was time.
 */
export function Printing() {
  const { settings, state } = useRoom();
  const [Printed, setPrinted] = useState<ComponentType | null>(null);
  const [prints, setPrints] = useState(false);

  useEffect(() => {
    const work = whenIdle(
      () =>
        void import('./printed-talk.tsx').then(({ PrintedTalk }) => setPrinted(() => PrintedTalk)),
    );
    work.ask();
    const print = (isPrinting: boolean) => (): void => {
      state.layer.get()?.drawWhole(isPrinting || settings.wholeText.get());
      flushSync(() => setPrints(isPrinting));
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('beforeprint', print(true), { signal });
    window.addEventListener('afterprint', print(false), { signal });
    return () => {
      work.cancel();
      listening.abort();
    };
  }, [settings, state]);

  return Printed !== null && prints ? <Printed /> : null;
}
