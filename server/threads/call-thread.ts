import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Reply, Works } from './messages.ts';

/** A thread that answers calls (`answer-calls.ts`), each with what it gives or the error that it throws. */
export interface CallThread<W extends Works<W>> {
  /**
   * Rejects with the work's error, and always once the thread has ended. `given`: what `args` look into and nobody
   * here uses any more.
   */
  call<N extends keyof W & string>(
    work: N,
    args: Parameters<W[N]>,
    given?: ArrayBuffer,
  ): Promise<ReturnType<W[N]>>;
  /** Resolves when the thread has ended, however that came. */
  readonly exited: Promise<void>;
  /** It has ended, or is about to. */
  isOver(): boolean;
  /** Ends it wherever it is. */
  stop(): Promise<void>;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

export function createCallThread<W extends Works<W>>(
  script: URL,
  options: WorkerOptions = {},
): CallThread<W> {
  const worker = new Worker(script, options);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let broken: Error | null = null;

  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      breakDown(new Error('The thread has ended.'));
      resolve();
    });
  });
  worker.on('error', breakDown);
  worker.on('message', (reply: Reply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply.value as never);
    else caller?.reject(reply.error);
  });

  return {
    exited,
    isOver: () => broken !== null,
    call(work, args, given) {
      if (broken !== null) return Promise.reject(broken);
      lastId += 1;
      const id = lastId;
      worker.postMessage({ id, work, args }, given === undefined ? [] : [given]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
    },
    async stop() {
      // Nobody calls it any more while it ends.
      breakDown(new Error('The thread was stopped.'));
      void worker.terminate();
      await exited;
    },
  };
}

/** Whether a thread ended because it used all the memory that it may. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
