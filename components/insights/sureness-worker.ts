import type { Gamma } from '#lib/insight/agreement/gamma/gamma.ts';
import type { Figure } from '#lib/insight/agreement/figure.ts';
import type { SureInputs, Sureness } from '#lib/insight/sureness-of.ts';
import type { SureQuestion } from './sureness.worker.ts';

/** Not more often than this it is asked anew, in milliseconds. */
const PAUSE = 250;

export type SureAnswer = { readonly sureness: Sureness } | { readonly gamma: Figure<Gamma> };

export interface SurenessWorker {
  /** What it is asked is taken when it is free: of several, the last. */
  ask(inputs: () => SureInputs): void;
  close(): void;
}

/**
 * Bootstrap and unitizing beside the page, so that it stays quick under the hand; Gamma, which takes longest, once nothing else has come for a pause. `tell`: each answer.
 */
export function openSurenessWorker(tell: (answer: SureAnswer) => void): SurenessWorker {
  const worker = new Worker(new URL('./sureness.worker.ts', import.meta.url), { type: 'module' });
  let waiting: (() => SureInputs) | null = null;
  /** What Gamma was not worked out of yet. */
  let withoutGamma: SureInputs | null = null;
  let free = true;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const post = (question: SureQuestion): void => {
    free = false;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
    worker.postMessage(question);
  };
  const next = (): void => {
    free = true;
    if (waiting !== null) {
      withoutGamma = waiting();
      waiting = null;
      post({ inputs: withoutGamma, gamma: false });
    } else if (withoutGamma !== null) {
      post({ inputs: withoutGamma, gamma: true });
      withoutGamma = null;
    }
  };
  worker.addEventListener('message', ({ data }: MessageEvent<SureAnswer>) => {
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
