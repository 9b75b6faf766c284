import { type CallThread, createCallThread } from '../../threads/call-thread.ts';
import type { PlaceLogEngine } from './place-log-engine.ts';

/** An engine over the file in a worker thread of its own. */
export interface EngineThread extends Pick<CallThread<PlaceLogEngine>, 'call'> {
  /** Ends it after what it was called for. */
  close(): Promise<void>;
}

export function createEngineThread(file: string): EngineThread {
  const script = new URL('./place-log.worker.ts', import.meta.url);
  const thread = createCallThread<PlaceLogEngine>(script, { workerData: file });
  return {
    call: thread.call,
    async close() {
      if (thread.isOver()) return;
      await thread.call('close', []);
      await thread.exited;
    },
  };
}
