import type { PostilServer } from '#tests/integration/postil-server.ts';

import { meanwhile } from './meanwhile.ts';

const OFTEN = 100;
const MEMORY = 'process_resident_memory_bytes';
/** Since somebody last asked. */
const LONGEST_TURN = 'nodejs_eventloop_lag_max_seconds';

/** Resident memory of the server's process in bytes, as it says itself. */
export async function residentMemory(server: PostilServer): Promise<number> {
  return metric(await metricsOf(server), MEMORY);
}

export async function metricsOf(server: PostilServer): Promise<string> {
  return (await server.client().fetch('/api/metrics')).text();
}

export function metric(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  if (line === undefined) throw new Error(`no ${series} is measured`);
  return Number(line.slice(series.length + 1));
}

export interface Watched<T> {
  /** The most bytes of memory. */
  peak: number;
  /** How long, in milliseconds, the server's event loop was busy with one thing at most. */
  longestTurn: number;
  /** What the work gave. */
  result: T;
}

/** Looks again and again at the server while `work` lasts. */
export async function watched<T>(server: PostilServer, work: Promise<T>): Promise<Watched<T>> {
  let [peak, longestTurn] = [0, 0];
  const look = async (): Promise<void> => {
    const told = await metricsOf(server);
    peak = Math.max(peak, metric(told, MEMORY));
    longestTurn = Math.max(longestTurn, metric(told, LONGEST_TURN) * 1000);
  };
  const result = await meanwhile(work, OFTEN, look);
  await look();
  return { peak, longestTurn, result };
}
