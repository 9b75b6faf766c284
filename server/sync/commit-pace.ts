import { setImmediate as endOfTurn, setTimeout as delay } from 'node:timers/promises';

/**
 * Gives what resolves when the next commit may begin: once all that the network has brought is read, when
 * the log was at rest; else `apart` milliseconds after the last commit began, so that many share the next one.
 * `clock`: milliseconds. `pause`: resolves so many milliseconds later, 0 at the end of the turn.
 */
export function createCommitPace(
  apart: number,
  clock: () => number,
  pause: (milliseconds: number) => Promise<void> = pauseFor,
): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    await pause(Math.max(0, last + apart - clock()));
    last = clock();
  };
}

function pauseFor(milliseconds: number): Promise<void> {
  return milliseconds > 0 ? delay(milliseconds) : endOfTurn();
}
