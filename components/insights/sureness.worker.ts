import { type SureInputs, surenessOf } from '#lib/insight/sureness-of.ts';

self.addEventListener('message', ({ data }: MessageEvent<SureInputs>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
  self.postMessage(surenessOf(data));
});
