import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Pace } from './pace.ts';
import { type InLine, Turns, type UserPace } from './turns.ts';

const NO_LIMIT: Pace = { wait: () => 0, take: () => undefined };
const unpaced = (): UserPace => ({ messages: NO_LIMIT, bytes: NO_LIMIT });

/** A connection with so many messages, each of which takes `work`. */
function connection(name: string, count: number, taken: string[], work = (): void => {}) {
  const one = {
    left: count,
    get wantsTurn() {
      return one.left > 0;
    },
    takeTurn() {
      one.left -= 1;
      taken.push(name);
      work();
      return 10;
    },
  };
  return one satisfies InLine & { left: number };
}

/** So long that the turn of the event loop is over. */
function long(): void {
  const end = performance.now() + 6;
  while (performance.now() < end);
}

describe('turns', () => {
  it('[Q11] the only one who sends is heard at once', () => {
    const taken: string[] = [];
    new Turns().ready(unpaced(), connection('ann', 3, taken));
    expect(taken).toEqual(['ann', 'ann', 'ann']);
  });

  it('[Q11] users take turns, and each user’s connections among themselves', async () => {
    const taken: string[] = [];
    const turns = new Turns();
    const eve = unpaced();
    const first = connection('eve 1', 3, taken, long);
    turns.ready(eve, first);
    turns.ready(eve, connection('eve 2', 3, taken));
    turns.ready(unpaced(), connection('ann', 2, taken));
    expect(taken).toEqual(['eve 1']);
    while (taken.length < 8) await nextTurn();
    expect(taken.slice(0, 6)).toEqual(['eve 1', 'eve 1', 'ann', 'eve 2', 'ann', 'eve 1']);
  });

  it('[Q11] the event loop goes on between the messages of one socket', async () => {
    const taken: string[] = [];
    new Turns().ready(unpaced(), connection('eve', 3, taken, long));
    const seen: number[] = [];
    while (taken.length < 3) {
      seen.push(taken.length);
      await nextTurn();
    }
    expect(seen).toEqual([1, 2]);
  });

  it('[Q11] who has used up their pace waits, and nobody waits for them', async () => {
    const taken: string[] = [];
    const turns = new Turns();
    let tired = true;
    const asked = Promise.withResolvers<void>();
    const wait = (): number => {
      if (tired) asked.resolve();
      return tired ? 1 : 0;
    };
    turns.ready(
      { messages: { wait, take: () => undefined }, bytes: NO_LIMIT },
      connection('eve', 1, taken),
    );
    await asked.promise;
    turns.ready(unpaced(), connection('ann', 1, taken));
    expect(taken).toEqual(['ann']);
    tired = false;
    while (taken.length < 2) await nextTurn();
    expect(taken).toEqual(['ann', 'eve']);
  });

  it('[Q11] messages and bytes are counted for the user', () => {
    const counted = { messages: 0, bytes: 0 };
    const counting = (what: 'messages' | 'bytes'): Pace => ({
      wait: () => 0,
      take: (amount) => void (counted[what] += amount),
    });
    const eve = { messages: counting('messages'), bytes: counting('bytes') };
    const turns = new Turns();
    turns.ready(eve, connection('eve 1', 2, []));
    turns.ready(eve, connection('eve 2', 1, []));
    expect(counted).toEqual({ messages: 3, bytes: 30 });
  });
});
