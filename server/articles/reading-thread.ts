import { Worker } from 'node:worker_threads';
import { fail } from '#lib/result.ts';
import { problem } from '../problem.ts';
import type { WorkName, WorkOrder, WorkResult } from './reading-work.ts';

/** Heap of one thread: an honest text of 20 MB needs about half of it. */
const HEAP_MB = 1024;

const TOO_LONG = problem(
  422,
  'This takes too long to read. Paste its text instead, or a smaller part.',
);
const ENDING = problem(503, 'Postil is being restarted. Try again in a minute.');

export interface ThreadOptions {
  /** Milliseconds after which the thread is stopped, wherever it is. */
  timeLimit: number;
  /** Stops the thread. */
  signal: AbortSignal;
}

/**
 * Reads one import in a thread of its own, so that no text, however it is made, keeps the server from anyone.
 * Each import gets a fresh thread: to stop one leaves nothing to mend, and its memory goes with it.
 */
export function readInThread(
  order: WorkOrder,
  { timeLimit, signal }: ThreadOptions,
): Promise<WorkResult<WorkName>> {
  if (signal.aborted) return Promise.resolve(fail(ENDING));
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let outcome: WorkResult<WorkName> | null = null;
  let bug: Error | null = null;
  const stop = (answer: WorkResult<WorkName>): void => {
    outcome ??= answer;
    void worker.terminate();
  };
  const timer = setTimeout(() => stop(fail(TOO_LONG)), timeLimit);
  const end = (): void => stop(fail(ENDING));
  signal.addEventListener('abort', end);

  worker.on('message', (answer: WorkResult<WorkName>) => {
    outcome ??= answer;
  });
  worker.on('error', (error) => {
    if (isOutOfMemory(error)) outcome ??= fail(TOO_LONG);
    else bug = error;
  });
  return new Promise((resolve, reject) => {
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      if (outcome === null) reject(bug ?? new Error('The thread ended without an answer.'));
      else resolve(outcome);
    });
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
