import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail } from '#lib/result.ts';
import { problem } from '../problem.ts';

const YOURS_WAIT = problem(
  429,
  'Several texts of yours are being read already. Wait until they are done, then try again.',
);
const ALL_WAIT = problem(503, 'Many texts are being read just now. Try again in a minute.');

export interface TurnLimits {
  /** Pieces of work at once, each of another person. */
  atOnce: number;
  /** Pieces that wait, of one person and of all. */
  waitingEach: number;
  waiting: number;
}

interface Waiting {
  user: string;
  start: () => void;
}

/** Who comes when: in order, but one person's work never fills all places, so that nobody keeps the others waiting. */
export interface Turns {
  run<T>(user: string, work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>>;
}

export function createTurns({ atOnce, waitingEach, waiting }: TurnLimits): Turns {
  const running = new Set<string>();
  const queue: Waiting[] = [];

  const next = (): void => {
    if (running.size >= atOnce) return;
    const at = queue.findIndex(({ user }) => !running.has(user));
    const [turn] = at === -1 ? [] : queue.splice(at, 1);
    if (turn === undefined) return;
    running.add(turn.user);
    turn.start();
    next();
  };
  const turnOf = (user: string): Promise<void> =>
    new Promise((start) => {
      queue.push({ user, start });
      next();
    });
  const whyNot = (user: string): Problem | null => {
    if (queue.filter((turn) => turn.user === user).length >= waitingEach) return YOURS_WAIT;
    return queue.length >= waiting ? ALL_WAIT : null;
  };
  return {
    async run(user, work) {
      const full = whyNot(user);
      if (full !== null) return fail(full);
      await turnOf(user);
      try {
        return await work();
      } finally {
        running.delete(user);
        next();
      }
    },
  };
}
