/** Longest that work waits for the browser to have nothing else to do. Milliseconds. */
const PATIENCE = 1000;

export interface IdleWork {
  /** Does the work once, soon; asked again meanwhile, still once. */
  ask(): void;
  /** What waits is not done any more. */
  cancel(): void;
}

/** Work that can wait until the browser is idle. Safari cannot tell; there it is done a little later. */
export function whenIdle(work: () => void): IdleWork {
  let cancel: (() => void) | null = null;
  const run = (): void => {
    cancel = null;
    work();
  };
  return {
    ask: () => (cancel ??= later(run)),
    cancel() {
      cancel?.();
      cancel = null;
    },
  };
}

function later(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(run, { timeout: PATIENCE });
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(run, 100);
  return () => clearTimeout(timer);
}
