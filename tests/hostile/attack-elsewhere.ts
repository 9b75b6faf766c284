import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PostilServer } from '#tests/integration/postil-server.ts';
import { newMember, type RealReading } from '#tests/integration/real-reading.ts';
import type { Target } from './target.ts';

/** Runs an attack of `ATTACKS` in a thread of its own; gives the codes that its sockets were closed with. */
export async function attackElsewhere(name: string, target: Target): Promise<number[]> {
  const worker = new Worker(new URL('./attack.worker.ts', import.meta.url), {
    workerData: { name, target },
  });
  const [codes] = (await once(worker, 'message')) as [number[]];
  await worker.terminate();
  return codes;
}

/** New people to attack with, whose limits are untouched. */
export async function targetOf(
  server: PostilServer,
  reading: RealReading,
  people: number,
): Promise<Target> {
  const members = await Promise.all(
    Array.from({ length: people }, (_, index) => newMember(server, `Eve ${index}`)),
  );
  const named = members.map(({ id, client }) => ({ id, cookie: client.cookieHeader }));
  return { reading, people: named };
}
