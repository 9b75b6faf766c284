import { type SureInputs, gammaOf, surenessOf } from '#lib/insight/sureness-of.ts';
import type { SureAnswer } from './sureness-worker.ts';

/** `gamma`: whether Gamma is asked for; else all the rest. */
export interface SureQuestion {
  readonly inputs: SureInputs;
  readonly gamma: boolean;
}

self.addEventListener('message', ({ data: { inputs, gamma } }: MessageEvent<SureQuestion>) => {
  const answer: SureAnswer = gamma ? { gamma: gammaOf(inputs) } : { sureness: surenessOf(inputs) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
  self.postMessage(answer);
});
