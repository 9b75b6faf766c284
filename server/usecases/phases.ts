import type { Phase } from '#lib/permission/can.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { createOneByOne } from '../auth/one-by-one.ts';
import { notFound, problem } from '../problem.ts';
import type { ReadingRow } from '../store/tables.ts';
import { unrevealedDesks } from './blindness.ts';
import type { Deps } from './deps.ts';

/** Phases and reveals, as docs/decisions/0001 has them. Whoever asks has been asked for their leave. */
export interface Phases {
  /** Resolves when nothing that was judged in the phase before can be written any more. */
  enter(readingId: string, phase: Phase): Promise<void>;
  /** Everybody's desk, or one member's. Again: does what is missing. */
  reveal(readingId: string, userId: string | null): Promise<Result<null, Problem>>;
}

const NOT_BLIND = problem(409, 'This reading is not blind: there is nothing to reveal.');

type Needs = Pick<Deps, 'store' | 'sync' | 'log'>;

export function createPhases({ store, sync, log }: Needs): Phases {
  // Two instructors at once: the second finds what the first has left.
  const oneByOne = createOneByOne();

  const change = async (id: string, to: Partial<ReadingRow>): Promise<void> => {
    await store.readings.changeReading(id, to);
    await sync.reviewReading(id);
  };

  const revealDesks = async (reading: ReadingRow): Promise<void> => {
    for (const user of await unrevealedDesks(log, reading))
      // oxlint-disable-next-line no-await-in-loop -- each is judged against the one before
      await sync.reveal(reading.id, user, reading.round);
  };

  /** A desk begun while the others were revealed is found in the second round: nobody can begin one after the change. */
  const endRound = async (reading: ReadingRow, phase: Phase): Promise<void> => {
    await revealDesks(reading);
    await change(reading.id, { blind: 0, phase });
    await revealDesks(reading);
  };

  const enterBlind = async (reading: ReadingRow): Promise<void> => {
    const { id, blind, round } = reading;
    if (blind === 1) return change(id, { phase: 'blind' });
    await revealDesks(reading);
    await change(id, { phase: 'blind', blind: 1, round: round + 1 });
  };

  const enterNow = async (readingId: string, phase: Phase): Promise<void> => {
    const reading = await readingOf(store, readingId);
    if (reading.phase === phase) return;
    if (phase === 'blind') return enterBlind(reading);
    if (phase === 'open' && reading.blind === 1) return endRound(reading, 'open');
    await change(readingId, { phase });
  };

  const revealAll = (reading: ReadingRow): Promise<void> =>
    endRound(reading, reading.phase === 'closed' ? 'closed' : 'open');

  const revealNow: Phases['reveal'] = async (readingId, userId) => {
    const reading = await readingOf(store, readingId);
    if (reading.round === 0) return fail(NOT_BLIND);
    if (userId === null) await revealAll(reading);
    else {
      const isMember = (await store.groups.role(reading.group_id, userId)) !== null;
      const hasDesk = (await unrevealedDesks(log, reading)).includes(userId);
      if (!isMember && !hasDesk) return fail(notFound('member'));
      if (reading.blind === 1) await sync.reveal(readingId, userId, reading.round);
      sync.reviewUser(userId);
    }
    return ok(null);
  };

  return {
    enter: (readingId, phase) => oneByOne(() => enterNow(readingId, phase)),
    reveal: (readingId, userId) => oneByOne(() => revealNow(readingId, userId)),
  };
}

async function readingOf(store: Deps['store'], readingId: string): Promise<ReadingRow> {
  const reading = await store.readings.reading(readingId);
  if (reading === undefined) throw new Error(`${readingId} is no reading`);
  return reading;
}
