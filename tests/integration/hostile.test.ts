import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackElsewhere, targetOf } from '#tests/hostile/attack-elsewhere.ts';
import { ATTACKS } from '#tests/hostile/attacks.ts';
import { type HonestPair, honestPair } from '#tests/hostile/honest-pair.ts';
import { metric, metricsOf, residentMemory, watched } from '#tests/hostile/process-memory.ts';
import { leave, sockets } from '#tests/hostile/target.ts';
import { type PostilServer, startServer } from './postil-server.ts';
import { type RealReading, realReading } from './real-reading.ts';
import { untilPresence } from './sync-fixture.ts';

/** The real server under attack, while two people work on in the same reading. */
const IDLE = Math.min(5000, openFilesLimit() - 1000);
/** Far more than any of this should take, far less than what is thrown at the server. */
const MEMORY = 300 * 1_048_576;

let server: PostilServer;
let reading: RealReading;
let pair: HonestPair;

beforeAll(async () => {
  server = await startServer({ env: { LIMIT_CONNECTIONS_PER_USER: '2500' } });
  reading = await realReading(server, await server.owner());
  pair = await honestPair(server, reading);
});

afterAll(async () => {
  pair.end();
  await server.stop();
});

/** What an attack gave, when the pair's writing arrived all the while and memory stayed within bounds. */
async function withstood<T>(attack: Promise<T>): Promise<T> {
  const before = await residentMemory(server);
  pair.writer.refusals.length = 0;
  const { peak, result } = await watched(server, pair.during(attack));
  expect(peak - before).toBeLessThan(MEMORY);
  expect(result.delays.length).toBeGreaterThan(0);
  // On a machine that is busy with the attack itself the pair may read too slowly; then it connects again (Q7).
  expect(pair.writer.refusals.filter((reason) => !reason.includes('"Q7"'))).toEqual([]);
  return result.result;
}

describe('attacked', () => {
  test.each(Object.entries(ATTACKS))('[Q9] %s', async (name, { people, codes }) => {
    const closed = await withstood(attackElsewhere(name, await targetOf(server, reading, people)));
    expect(closed.length).toBeGreaterThan(0);
    expect(codes).toEqual(expect.arrayContaining([...new Set(closed)]));
  });

  test('[W2] presence in the name of others changes nothing', async () => {
    const attackers = await sockets(await targetOf(server, reading, 2), 20);
    const lie = async (): Promise<void> => {
      for (let clock = 1; clock <= 20; clock += 1)
        for (const { raw } of attackers)
          raw.presence({
            client: pair.readerClientId,
            clock: clock * 1000,
            state: { cursor: null },
          });
      await attackers[0]?.raw.until(() => (attackers[0]?.raw.messages ?? 0) > 0);
    };
    await withstood(lie());
    pair.reader.provider.awareness.setLocalStateField('cursor', { start: 1, end: 2 });
    await untilPresence(pair.writer, (states) => {
      const { user, cursor } = states.get(pair.readerClientId) ?? {};
      const there = (cursor as { start: number } | null | undefined)?.start === 1;
      return there && (user as { id: string }).id === pair.readerId;
    });
    expect(attackers.map(({ raw }) => raw.socket.readyState)).toEqual(
      attackers.map(({ raw }) => raw.socket.OPEN),
    );
    leave(attackers);
  });

  test(`[Q9] ${IDLE} idle sockets`, async () => {
    const idle = await withstood(sockets(await targetOf(server, reading, 3), IDLE));
    expect(metric(await metricsOf(server), 'postil_sync_sockets')).toBe(IDLE + 2);
    await withstood(Promise.all(Array.from({ length: 20 }, () => residentMemory(server))));
    leave(idle);
    await expect
      .poll(async () => metric(await metricsOf(server), 'postil_sync_sockets'), { timeout: 20_000 })
      .toBe(2);
  });
});

test('[Q9] after all that nobody is left, nothing is queued, and nothing was logged as a bug', async () => {
  const load = async (): Promise<number[]> => {
    const told = await metricsOf(server);
    return ['queued_bytes', 'places', 'sockets'].map((name) => metric(told, `postil_sync_${name}`));
  };
  await expect.poll(load).toEqual([0, 1, 2]);
  expect(server.output()).not.toContain('"level":50');
});

/** Of this process, which holds the other end of every socket, and of the server, which inherits it. */
function openFilesLimit(): number {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? 1024 + 1000);
}
