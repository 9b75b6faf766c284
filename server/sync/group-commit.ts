import type { Append, AppendOutcome, PlaceLog } from '../store/log.ts';

/** Something with writes to commit: a room. */
export interface CommitSource {
  /** What to append now; null when nothing is to be, or not yet. */
  takeAppend(): Append | null;
  /** The outcome of what was taken. */
  committed(outcome: AppendOutcome): void;
  /** Nothing of what was taken is in the log. */
  failed(error: unknown): void;
}

/** One queue of commits for all rooms. */
export interface GroupCommit {
  /** `bytes` more wait in the source. */
  request(source: CommitSource, bytes: number): void;
  /** Bytes that wait or are on their way to the disk. */
  queuedBytes(): number;
  /** Resolves when the commit under way, or the next one, is done; at once when none is wanted. */
  nextCommit(): Promise<void>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

type AppendLog = Pick<PlaceLog, 'append'>;

/**
 * Gathers what all rooms want written during `window()`, appends it in one transaction with one fsync,
 * and tells each room its outcome. One commit is under way at a time: what arrives meanwhile shares the next.
 */
export function createGroupCommit(log: AppendLog, window: () => Promise<void>): GroupCommit {
  const wanting = new Set<CommitSource>();
  let waitingBytes = 0;
  let movingBytes = 0;
  let running: Promise<void> | null = null;
  let current: Promise<void> = Promise.resolve();

  const commitOnce = async (): Promise<void> => {
    await window();
    const taken = [...wanting].flatMap((source) => {
      const append = source.takeAppend();
      return append === null ? [] : [{ source, append }];
    });
    wanting.clear();
    movingBytes = waitingBytes;
    waitingBytes = 0;
    if (taken.length > 0) await appendAll(log, taken);
    movingBytes = 0;
  };

  const run = async (): Promise<void> => {
    while (wanting.size > 0) {
      current = commitOnce();
      await current;
    }
    running = null;
  };

  return {
    request(source, bytes) {
      wanting.add(source);
      waitingBytes += bytes;
      running ??= run();
    },
    queuedBytes: () => waitingBytes + movingBytes,
    nextCommit: () => (running === null ? Promise.resolve() : current),
    idle: () => running ?? Promise.resolve(),
  };
}

interface Taken {
  source: CommitSource;
  append: Append;
}

async function appendAll(log: AppendLog, taken: readonly Taken[]): Promise<void> {
  let outcomes: AppendOutcome[];
  try {
    outcomes = await log.append(taken.map(({ append }) => append));
  } catch (error) {
    for (const { source } of taken) source.failed(error);
    return;
  }
  taken.forEach(({ source }, index) => {
    // What one room cannot take must not keep the others from hearing of their commits.
    try {
      const outcome = outcomes[index];
      if (outcome === undefined) throw new Error('The log gave no outcome.');
      source.committed(outcome);
    } catch (error) {
      source.failed(error);
    }
  });
}
