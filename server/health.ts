import type { PlaceLog } from './store/log.ts';
import type { Store } from './store/store.ts';

/** What `GET /api/health` answers; anything but `ok` goes out as 503. */
export interface Health {
  status: 'ok' | 'starting' | 'draining' | 'failing';
  version: string;
  /** The kind of database. */
  store: string;
  /** Seconds. */
  uptime: number;
  /** What does not answer as it should. */
  failing?: Part[];
}

type Part = 'store' | 'log';

export interface HealthDeps {
  phase: () => 'ok' | 'starting' | 'draining';
  version: string;
  store: Pick<Store, 'people'>;
  log: Pick<PlaceLog, 'read'>;
  clock: () => number;
}

/** A healthy store answers within milliseconds; a commit may hold the log for longer. */
const PATIENCE = 3000;
const NOWHERE = { reading: '-', place: '-' };

/** Asks store and log each time: a process that listens and cannot keep anything is not well. */
export function createHealth(
  { phase, version, store, log, clock }: HealthDeps,
  patience = PATIENCE,
): () => Promise<Health> {
  const startedAt = clock();
  return async () => {
    const answers = await Promise.all([
      failingPart('store', store.people.ownerExists(), patience),
      failingPart('log', log.read(NOWHERE, 0), patience),
    ]);
    const failing = answers.filter((part) => part !== null);
    const status: Health['status'] = phase() === 'ok' && failing.length > 0 ? 'failing' : phase();
    const uptime = Math.round((clock() - startedAt) / 1000);
    const facts = { status, version, store: 'sqlite', uptime };
    return failing.length === 0 ? facts : { ...facts, failing };
  };
}

async function failingPart(
  part: Part,
  answer: Promise<unknown>,
  patience: number,
): Promise<Part | null> {
  const { promise: tooLong, resolve } = Promise.withResolvers<Part>();
  const timer = setTimeout(() => resolve(part), patience);
  const answered = answer.then(
    () => null,
    () => part,
  );
  const result = await Promise.race([answered, tooLong]);
  clearTimeout(timer);
  return result;
}
