/** Faster than anybody reads, in px a millisecond: 60 px in a frame. */
const FAST = 3.6;
/** Without another step for so long (ms), scrolling is over. */
const RESTED = 100;

export interface ScrollPace {
  /** The window is being scrolled faster than anybody reads. A jump, one step alone, is not. */
  isFast(): boolean;
  end(): void;
}

/** Watches how fast the window is scrolled; `onSlow` is called when that was fast and is not any more. */
export function watchScrollPace(onSlow: () => void): ScrollPace {
  let last = { y: window.scrollY, at: performance.now() };
  let fastSteps = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const isFast = (): boolean => fastSteps > 1;
  const slow = (): void => {
    const wasFast = isFast();
    fastSteps = 0;
    if (wasFast) onSlow();
  };
  const step = (): void => {
    const now = { y: window.scrollY, at: performance.now() };
    const speed = Math.abs(now.y - last.y) / Math.max(1, now.at - last.at);
    last = now;
    clearTimeout(rest);
    if (speed < FAST) return slow();
    fastSteps += 1;
    rest = setTimeout(slow, RESTED);
  };
  window.addEventListener('scroll', step, { passive: true });
  return {
    isFast,
    end() {
      clearTimeout(rest);
      window.removeEventListener('scroll', step);
    },
  };
}
