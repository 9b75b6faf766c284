import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Records } from '#lib/annotation/record-set.ts';
import { observable } from '#lib/client/observable.ts';
import type { Insight } from '#lib/insight/insight.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import type { Presence } from '#lib/protocol/sync.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import type { LiveReading, openLiveReading } from './live-reading.ts';

const NOT_YET: Pick<LiveReading, 'records' | 'presence'> = {
  records: observable<Records | null>(null),
  presence: observable<readonly Presence[]>([]),
};

/** Milliseconds. Who only passes by opens no socket. */
const PAUSE = 150;

interface Live {
  insight: Insight;
  /** Null until the server's have arrived. */
  records: Records | null;
  /** Null until the socket has told. */
  here: readonly Presence[] | null;
}

/**
 * What a reading's marks add up to: as the server counted them, then live while `watched`. Both are the same pure
 * function over what the asker may read. When the server ends it (moved, signed out), the page is asked anew.
 */
export function useLiveReading(
  reading: ReadingView,
  user: { id: string; name: string },
  first: Insight,
  watched: boolean,
): Live {
  const router = useRouter();
  const [live, setLive] = useState<LiveReading | null>(null);
  const { id, name } = user;

  useEffect(() => {
    if (!watched || !showsAll(reading.place, reading.phase)) return undefined;
    let opened: LiveReading | null = null;
    let left = false;
    const open = (openLive: typeof openLiveReading): void => {
      if (left) return;
      const options = { reading: reading.id, place: reading.place, user: { id, name } };
      opened = openLive(options, () => router.refresh());
      setLive(opened);
    };
    const opening = setTimeout(() => {
      void import('./live-reading.ts').then((live) => open(live.openLiveReading), keepFirst);
    }, PAUSE);
    return () => {
      left = true;
      clearTimeout(opening);
      setLive(null);
      opened?.close();
    };
  }, [watched, reading.id, reading.place, reading.phase, id, name, router]);

  const records = useDeferredValue(useObservable((live ?? NOT_YET).records));
  const presence = useObservable((live ?? NOT_YET).presence);
  const insight = useMemo(
    () => (live === null || records === null ? first : live.insightOf(records, reading.revision)),
    [live, records, reading.revision, first],
  );
  return { insight, records, here: records === null ? null : presence };
}

/** Without its code (no connection) the server's figures go on standing. */
function keepFirst(): void {}

/** An instructor of a blind reading counts all desks; one place would show less. */
function showsAll(place: string, phase: ReadingView['phase']): boolean {
  return phase !== 'blind' || place !== 'shared';
}
