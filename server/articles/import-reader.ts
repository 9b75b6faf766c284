import type { Problem } from '#lib/protocol/http.ts';
import type { Result } from '#lib/result.ts';
import { problem } from '../problem.ts';
import type { Setting } from './propose.ts';
import { readInThread } from './reading-thread.ts';
import type { WorkInput, WorkName, WorkOrder, WorkResult } from './reading-work.ts';
import { createTurns } from '../turns.ts';

const TIME_LIMIT = 10_000;
const TURNS = { atOnce: 2, waitingEach: 4, waiting: 16 };
const WORDS = {
  yours: problem(
    429,
    'Several texts of yours are being read already. Wait until they are done, then try again.',
  ),
  all: problem(503, 'Many texts are being read just now. Try again in a minute.'),
};

/** Reads what people bring, apart from everything else the server does. */
export interface ImportReader {
  read<W extends WorkName>(user: string, work: W, input: WorkInput<W>): Promise<WorkResult<W>>;
  /** Stops what is being read, and answers it in words. */
  close(): Promise<void>;
}

export function createImportReader(setting: Setting, timeLimit = TIME_LIMIT): ImportReader {
  const turns = createTurns(TURNS, WORDS);
  const ending = new AbortController();
  const reading = new Set<Promise<unknown>>();

  const inThread = (order: WorkOrder): Promise<WorkResult<WorkName>> => {
    const read = readInThread(order, { timeLimit, signal: ending.signal });
    reading.add(read);
    return read.finally(() => reading.delete(read));
  };
  return {
    async read<W extends WorkName>(user: string, work: W, input: WorkInput<W>) {
      const order = { work, input, setting } as WorkOrder;
      const read: Result<unknown, Problem> = await turns.run<unknown>(user, () => inThread(order));
      return read as WorkResult<W>;
    },
    async close() {
      ending.abort();
      await Promise.allSettled(reading);
    },
  };
}
