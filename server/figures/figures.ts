import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { createTurns } from '../turns.ts';
import { problem } from '../problem.ts';
import type { PlaceLog } from '../store/log.ts';
import { type CallThread, createCallThread, isOutOfMemory } from '../threads/call-thread.ts';
import { unlessGivenUp } from '../threads/unless-given-up.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { dayOf, type FiguresOrder, type FiguresWorks, logsOf } from './orders.ts';

/** Counts over all records of a reading, in one thread, so that nobody's marks wait for it. */
export interface Figures {
  /** The JSON of the answer. `user`: who asks; only decides whose turn it is. Rejects on a bug, which may have ended the thread. */
  count(user: string, order: FiguresOrder): Promise<Counted>;
  /** Stops what is being counted, and answers it and all that waits in words. */
  close(): Promise<void>;
}

type Counted = Result<Uint8Array<ArrayBuffer>, Problem>;

export interface FiguresSetting {
  log: Pick<PlaceLog, 'heads'>;
  start: () => CallThread<FiguresWorks>;
  /** Milliseconds after which the thread is stopped, wherever it is. */
  timeLimit?: number;
  /** Orders that wait, of one person and of all. */
  waitingEach?: number;
  waiting?: number;
}

const TIME_LIMIT = 60_000;
/** After so long without an order its memory is given back. */
const REST = 300_000;
/** Bytes of answers. */
const MOST_KEPT = 33_554_432;
const HEAP_MB = 1024;

const YOURS_WAIT = problem(
  429,
  'Figures that you asked for are being counted already. Wait until they are there, then try again.',
);
const ALL_WAIT = problem(
  503,
  'Many people ask for figures just now, so these were not counted. Try again in a moment.',
);
const TOO_LONG = problem(
  503,
  'Counting this takes too long while the server is so busy. Try again in a few minutes.',
);
const TOO_MUCH = problem(
  503,
  'There is too much here to be counted at once. Tell whoever runs this Postil.',
);
const ENDING = problem(503, 'Postil is being restarted. Try again in a minute.');

/** Over the logs in the file. */
export function startFiguresThread(file: string): CallThread<FiguresWorks> {
  return createCallThread<FiguresWorks>(new URL('./figures.worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
}

export function createFigures(setting: FiguresSetting): Figures {
  const { log, waitingEach = 8, waiting = 100 } = setting;
  const turns = createTurns(
    { atOnce: 1, waitingEach, waiting },
    { yours: YOURS_WAIT, all: ALL_WAIT },
  );
  const counter = createCounter(setting);
  const kept = createKeptAnswers(MOST_KEPT);
  const asked = new Map<string, Promise<Counted>>();

  const countedAnew = async (user: string, order: FiguresOrder, key: string): Promise<Counted> => {
    const counted = await turns.run(user, () => counter.count(order));
    if (counted.ok) kept.keep(key, counted.value);
    return counted;
  };
  return {
    async count(user, order) {
      const key = await keyOf(log, order);
      const known = kept.get(key);
      if (known !== null) return ok(known);
      const joined = asked.get(key);
      if (joined !== undefined) return joined;
      const counting = countedAnew(user, order, key).finally(() => asked.delete(key));
      asked.set(key, counting);
      return counting;
    },
    async close() {
      await counter.close();
      await Promise.allSettled(asked.values());
    },
  };
}

/** One thread, started when there is something to count. */
function createCounter({ start, timeLimit = TIME_LIMIT }: FiguresSetting) {
  const ending = new AbortController();
  let thread: CallThread<FiguresWorks> | null = null;
  let rest: NodeJS.Timeout | undefined;

  const present = (): CallThread<FiguresWorks> => {
    clearTimeout(rest);
    if (thread === null || thread.isOver()) thread = start();
    return thread;
  };
  return {
    async count(order: FiguresOrder): Promise<Counted> {
      if (ending.signal.aborted) return fail(ENDING);
      const counting = present();
      try {
        const patience = { timeLimit, signal: ending.signal };
        const counted = await unlessGivenUp(counting.call('count', [order]), patience);
        if (counted.ok) return counted;
        await counting.stop();
        return fail(counted.error === 'ending' ? ENDING : TOO_LONG);
      } catch (error) {
        if (isOutOfMemory(error)) return fail(TOO_MUCH);
        throw error;
      } finally {
        rest = setTimeout(() => void counting.stop(), REST).unref();
      }
    },
    async close(): Promise<void> {
      ending.abort();
      clearTimeout(rest);
      await thread?.stop();
    },
  };
}

/** Of what the answer depends on: the order with its scope, how far its logs go, and the day. */
async function keyOf(log: Pick<PlaceLog, 'heads'>, order: FiguresOrder): Promise<string> {
  const places = logsOf(order).flatMap(({ shared, desks, shownDesks }) => [
    ...(shared === null ? [] : [shared]),
    ...desks,
    ...shownDesks,
  ]);
  const readings = [...new Set(places.map(({ reading }) => reading))];
  const heads = new Map(
    await Promise.all(readings.map(async (id) => [id, await log.heads(id)] as const)),
  );
  const upTo = places.map(({ reading, place }) => heads.get(reading)?.get(place) ?? 0);
  const texts = order.texts.map(({ revision }) => revision);
  return JSON.stringify([order.work, order.of, texts, upTo, dayOf(order.now)]);
}
