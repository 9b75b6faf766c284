import type { SureInputs, Sureness } from '#lib/insight/sureness-of.ts';

/** Not more often than this it is asked anew, in milliseconds. */
const PAUSE = 250;

export interface SurenessWorker {
  /** What it is asked is taken when it is free: of several, the last. */
  ask(inputs: () => SureInputs): void;
  close(): void;
}

/** Bootstrap and unitizing beside the page, so that it stays quick under the hand. `tell`: each answer. */
export function openSurenessWorker(tell: (sureness: Sureness) => void): SurenessWorker {
  const worker = new Worker(new URL('./sureness.worker.ts', import.meta.url), { type: 'module' });
  let waiting: (() => SureInputs) | null = null;
  let free = true;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    free = waiting === null;
    if (waiting === null) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
    worker.postMessage(waiting());
    waiting = null;
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Sureness>) => {
    tell(data);
    pause = setTimeout(next, PAUSE);
  });
  return {
    ask(inputs) {
      waiting = inputs;
      if (free) next();
    },
    close() {
      clearTimeout(pause);
      worker.terminate();
    },
  };
}
