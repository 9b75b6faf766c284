import { Worker } from 'node:worker_threads';
import type { PlaceLogEngine } from './place-log-engine.ts';
import type { Method, Reply } from './place-log-messages.ts';

/** An engine over the file in a worker thread of its own. */
export interface EngineThread {
  /**
   * Rejects with the engine's error, and always once the thread has ended. `given`: what `args` look into and nobody
   * here uses any more.
   */
  call<M extends Method>(
    method: M,
    args: Parameters<PlaceLogEngine[M]>,
    given?: ArrayBuffer,
  ): Promise<ReturnType<PlaceLogEngine[M]>>;
  /** Ends it after what it was called for. */
  close(): Promise<void>;
}

interface Waiting {
  resolve: (value: Extract<Reply, { ok: true }>['value']) => void;
  reject: (error: Error) => void;
}

export function createEngineThread(file: string): EngineThread {
  const worker = new Worker(new URL('./place-log.worker.ts', import.meta.url), {
    workerData: file,
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let broken: Error | null = null;

  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  worker.on('error', breakDown);
  worker.on('exit', () => breakDown(new Error('The log is closed.')));
  worker.on('message', (reply: Reply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply.value);
    else caller?.reject(new Error(reply.message));
  });

  const call: EngineThread['call'] = (method, args, given) => {
    if (broken !== null) return Promise.reject(broken);
    lastId += 1;
    const id = lastId;
    worker.postMessage({ id, method, args }, given === undefined ? [] : [given]);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
    });
  };

  return {
    call,
    async close() {
      if (broken !== null) return;
      const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      await call('close', []);
      await exited;
    },
  };
}
