import * as Y from 'yjs';
import type { AnnotatedRoom } from './annotated-room.ts';
import { dismiss } from './crowd.ts';
import { DriverClient } from './driver-client.ts';
import { within } from './pace.ts';
import type { Server } from './server-process.ts';

const JOINED_WITHIN = 60_000;
/** The rest is how a state is put: blocks and delete sets differ a little between servers. */
const WHOLE = 0.9;

/** Somebody who joins with what `stateVector` says and is complete once `bytes` of updates have come. */
interface Joining {
  stateVector?: Uint8Array;
  answer?: (stateVector: Uint8Array) => Uint8Array;
  bytes: number;
}

/** Milliseconds until all of `count` who join at once are complete, and those clients. */
export async function joinAtOnce(
  server: Server,
  count: number,
  { bytes, ...joining }: Joining,
): Promise<{ milliseconds: number; clients: DriverClient[] }> {
  const { contender, port, seats } = server;
  const people = seats.flat();
  let complete = 0;
  const start = performance.now();
  const clients = Array.from({ length: count }, (_client, at) => {
    const seat = people[at % people.length];
    if (seat === undefined) throw new Error('no seat');
    let missing = bytes;
    const update = (_bytes: Buffer, from: number, to: number): void => {
      const lacked = missing > 0;
      missing -= to - from;
      if (lacked && missing <= 0) complete += 1;
    };
    return new DriverClient({ contender, port, seat, heard: { update }, ...joining });
  });
  if (!(await within(JOINED_WITHIN, () => complete === count)))
    throw new Error(`${contender.name}: ${complete} of ${count} joined`);
  return { milliseconds: performance.now() - start, clients };
}

export interface JoinsMeasured {
  /** Milliseconds of the first join after the start. */
  first: number;
  /** CPU-milliseconds of the server for one join. */
  cpu: number;
  /** Milliseconds until the last of many who join at once is complete. */
  atOnce: number;
}

const ONE_BY_ONE = 20;

/** Joins of a server that was just started: the first, some in turn, and `many` at once. */
export async function measureJoins(
  server: Server,
  { state }: AnnotatedRoom,
  many: number,
): Promise<JoinsMeasured> {
  const whole = { bytes: state.length * WHOLE };
  const first = await joinAtOnce(server, 1, whole);
  const others: DriverClient[] = [];
  const before = server.cpuSeconds();
  for (let at = 0; at < ONE_BY_ONE; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { clients } = await joinAtOnce(server, 1, whole);
    others.push(...clients);
  }
  const cpu = ((server.cpuSeconds() - before) / ONE_BY_ONE) * 1000;
  dismiss(others);
  const atOnce = await joinAtOnce(server, many, whole);
  dismiss([...first.clients, ...atOnce.clients]);
  return { first: first.milliseconds, cpu, atOnce: atOnce.milliseconds };
}

/** Milliseconds until `count` people are complete again who come back at once to a server just started. */
export async function measureReconnects(
  server: Server,
  { earlier, state }: AnnotatedRoom,
  count: number,
): Promise<number> {
  const stateVector = Y.encodeStateVectorFromUpdate(earlier);
  const { clients, milliseconds } = await joinAtOnce(server, count, {
    stateVector,
    answer: answersFrom(earlier),
    bytes: Y.diffUpdate(state, stateVector).length * WHOLE,
  });
  dismiss(clients);
  return milliseconds;
}

/** What clients answer to the server's step 1: nothing, or all they have to one that has not loaded its own yet. */
function answersFrom(state: Uint8Array): (stateVector: Uint8Array) => Uint8Array {
  const answers = new Map<string, Uint8Array>();
  return (asked) => {
    const name = Buffer.from(asked).toString('base64');
    const answer = answers.get(name) ?? Y.diffUpdate(state, asked);
    answers.set(name, answer);
    return answer;
  };
}
