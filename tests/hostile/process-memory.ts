import type { PostilServer } from '#tests/integration/postil-server.ts';

import { meanwhile } from './meanwhile.ts';

const OFTEN = 100;

/** Resident memory of the server's process in bytes, as it says itself. */
export async function residentMemory(server: PostilServer): Promise<number> {
  return metric(await metricsOf(server), 'process_resident_memory_bytes');
}

export async function metricsOf(server: PostilServer): Promise<string> {
  return (await server.client().fetch('/api/metrics')).text();
}

export function metric(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  if (line === undefined) throw new Error(`no ${series} is measured`);
  return Number(line.slice(series.length + 1));
}

/** Looks again and again while `work` lasts; gives the highest value with what `work` gave. */
export async function peakMemory<T>(
  server: PostilServer,
  work: Promise<T>,
): Promise<{ peak: number; result: T }> {
  let peak = 0;
  const result = await meanwhile(work, OFTEN, async () => {
    peak = Math.max(peak, await residentMemory(server));
  });
  return { peak, result };
}
