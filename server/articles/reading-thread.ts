import { fail } from '#lib/result.ts';
import { problem } from '../problem.ts';
import { createCallThread, isOutOfMemory } from '../threads/call-thread.ts';
import { type Patience, unlessGivenUp } from '../threads/unless-given-up.ts';
import type { WorkName, WorkOrder, WorkResult } from './reading-work.ts';

/** Heap of one thread: an honest text of 20 MB needs about half of it. */
const HEAP_MB = 1024;

const TOO_LONG = problem(
  422,
  'This takes too long to read. Paste its text instead, or a smaller part.',
);
const ENDING = problem(503, 'Postil is being restarted. Try again in a minute.');

/** What the thread can do. */
export interface ReadingThread {
  read(order: WorkOrder): WorkResult<WorkName>;
}

/**
 * Reads one import in a thread of its own, so that no text, however it is made, keeps the server from anyone.
 * Each import gets a fresh thread: to stop one leaves nothing to mend, and its memory goes with it.
 */
export async function readInThread(
  order: WorkOrder,
  patience: Patience,
): Promise<WorkResult<WorkName>> {
  if (patience.signal.aborted) return fail(ENDING);
  const thread = createCallThread<ReadingThread>(new URL('./reading.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  try {
    const read = await unlessGivenUp(thread.call('read', [order]), patience);
    if (read.ok) return read.value;
    return fail(read.error === 'ending' ? ENDING : TOO_LONG);
  } catch (error) {
    if (isOutOfMemory(error)) return fail(TOO_LONG);
    throw error;
  } finally {
    await thread.stop();
  }
}
