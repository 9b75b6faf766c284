import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail } from '#lib/result.ts';

export interface TurnLimits {
  /** Pieces of work at once, each of another person. */
  atOnce: number;
  /** Pieces that wait, of one person and of all. */
  waitingEach: number;
  waiting: number;
}

/** What is said to who cannot wait: when too much of theirs waits, or of all. */
interface TurnWords {
  yours: Problem;
  all: Problem;
}

interface Waiting {
  user: string;
  start: () => void;
}

/** Who comes when: in order, but one person's work never fills all places, so that nobody keeps the others waiting. */
export interface Turns {
  run<T>(user: string, work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>>;
}

export function createTurns({ atOnce, waitingEach, waiting }: TurnLimits, words: TurnWords): Turns {
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
    if (queue.filter((turn) => turn.user === user).length >= waitingEach) return words.yours;
    return queue.length >= waiting ? words.all : null;
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
