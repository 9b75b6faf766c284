import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { PRESENCE_CHARACTERS, RoomPresence } from './presence.ts';

interface Heard {
  client: number;
  clock: number;
  state: Record<string, unknown> | null;
}

/** A room whose time and windows the test moves. */
function room(writers: Record<number, string> = {}) {
  const owners: Record<number, string> = { ...writers };
  const time = { now: 1000 };
  const members = new Map<Connection, Heard[][]>();
  let flush: (() => void) | null = null;
  const presence = new RoomPresence({
    audience: () => members.keys(),
    deliver: (connection, frame) => members.get(connection)?.push(entriesOf(frame)),
    userOf: (client) => owners[client],
    claim: (client, userId) => {
      owners[client] ??= userId;
    },
    clock: () => time.now,
    later: (run) => {
      flush = run;
    },
  });
  const join = (userId: string) => {
    // Presence asks a connection for nothing but who it is.
    const connection = { user: { id: userId, sessionEpoch: 0 }, name: userId } as Connection;
    members.set(connection, []);
    presence.greet(connection);
    return connection;
  };
  const leave = (connection: Connection): void => {
    members.delete(connection);
    presence.leave(connection);
  };
  const say = (connection: Connection, client: number, clock: number, state: unknown = {}) =>
    presence.announce(connection, [{ client, clock, state: JSON.stringify(state) }]);
  /** Ends the window; gives what the connection hears in it. */
  const heardBy = (connection: Connection): Heard[] => {
    flush?.();
    flush = null;
    return members.get(connection)?.splice(0).flat() ?? [];
  };
  return { owners, time, presence, join, leave, say, heardBy };
}

function entriesOf(frame: Buffer): Heard[] {
  const header = (frame[1] ?? 0) < 126 ? 2 : 4;
  const message = decoding.createDecoder(new Uint8Array(frame.subarray(header)));
  decoding.readVarUint(message);
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(message));
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }));
}

describe('presence', () => {
  it('[W1] writes the user itself and leaves out what the contract does not name', () => {
    const { join, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 1, { user: { id: 'ben' }, cursor: { start: 1, end: 2 }, block: 3, secret: 'x' });
    expect(heardBy(ben)).toEqual([
      {
        client: 1,
        clock: expect.any(Number),
        state: {
          user: { id: 'ann', name: 'ann', color: expect.stringMatching(/^#/) },
          cursor: { start: 1, end: 2 },
          block: 3,
        },
      },
    ]);
  });

  it.each([[{ start: -1, end: 2 }], [{ start: 1 }], ['x'], [{ anchor: {}, head: {} }]])(
    '[W1] a cursor that is none (%j) is heard as no cursor',
    (cursor) => {
      const { join, say, heardBy } = room();
      const [ann, ben] = [join('ann'), join('ben')];
      say(ann, 1, 1, { cursor });
      expect(heardBy(ben)[0]?.state).toMatchObject({ cursor: null });
    },
  );

  it('[W2] a connection speaks for the first client id it announces, and no other', () => {
    const { join, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 1);
    say(ann, 2, 1);
    expect(heardBy(ben).map(({ client }) => client)).toEqual([1]);
  });

  it('[W1] others hear which annotation one answers, when it is a record’s key; else nothing of it', () => {
    const { join, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 1, { typing: 'ben/0123456789' });
    expect(heardBy(ben)[0]?.state).toMatchObject({ typing: 'ben/0123456789' });
    for (const typing of ['nowhere', 7, { key: 'ben/0123456789' }])
      say(ann, 1, 2, { block: 3, typing });
    expect(heardBy(ben)[0]?.state).toEqual({ user: expect.anything(), cursor: null, block: 3 });
  });

  it('[W2] another’s client id is ignored: held by them, known by its structs, or just left', () => {
    const { join, leave, say, heardBy } = room({ 5: 'ann' });
    const [ann, ben, ina] = [join('ann'), join('ben'), join('ina')];
    say(ann, 1, 1);
    heardBy(ina);
    say(ben, 1, 9);
    say(ben, 5, 1);
    expect(heardBy(ina)).toEqual([]);
    leave(ann);
    heardBy(ina);
    say(ben, 1, 10);
    expect(heardBy(ina)).toEqual([]);
    say(ben, 2, 1);
    expect(heardBy(ina).map(({ client }) => client)).toEqual([2]);
  });

  it('[J14] a client id that others hear of is kept for its user', () => {
    const { join, owners, say } = room();
    say(join('ann'), 1, 1);
    expect(owners).toEqual({ 1: 'ann' });
  });

  it('[W3] the same person’s new connection takes its client id over with a later clock', () => {
    const { join, leave, say, heardBy } = room();
    const [old, tab, ben] = [join('ann'), join('ann'), join('ben')];
    say(old, 1, 4, { block: 1 });
    heardBy(ben);
    say(tab, 1, 4, { block: 2 });
    expect(heardBy(ben)).toEqual([]);
    say(tab, 1, 5, { block: 2 });
    expect(heardBy(ben)[0]?.state).toMatchObject({ block: 2 });
    leave(old);
    expect(heardBy(ben)).toEqual([]);
    leave(tab);
    expect(heardBy(ben)).toMatchObject([{ client: 1, state: null }]);
  });

  it('[W4] nobody hears of themselves, newcomers hear of everyone once', () => {
    const { join, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 1);
    say(ben, 2, 1);
    expect(heardBy(ann).map(({ client }) => client)).toEqual([2]);
    const ina = join('ina');
    say(ina, 3, 1);
    expect(
      heardBy(ina)
        .map(({ client }) => client)
        .toSorted((one, other) => one - other),
    ).toEqual([1, 2]);
    expect(heardBy(ina)).toEqual([]);
  });

  it('[W4] clocks rise for the others even when a client begins again', () => {
    const { join, leave, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 50);
    const [first] = heardBy(ben);
    leave(ann);
    const [gone] = heardBy(ben);
    const again = join('ann');
    say(again, 1, 0);
    const [back] = heardBy(ben);
    expect(gone?.state).toBe(null);
    expect(gone?.clock).toBeGreaterThan(first?.clock ?? Infinity);
    expect(back?.clock).toBeGreaterThan(gone?.clock ?? Infinity);
  });

  it('[W4] who hides is gone for others, and may come back', () => {
    const { join, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 1);
    heardBy(ben);
    say(ann, 1, 2, null);
    expect(heardBy(ben)).toMatchObject([{ client: 1, state: null }]);
    const ina = join('ina');
    expect(heardBy(ina)).toEqual([]);
    say(ann, 1, 3);
    expect(heardBy(ben)).toMatchObject([{ client: 1, state: { cursor: null } }]);
  });

  it('[W7] who has said nothing, hides or left is not present', () => {
    const { join, leave, presence, say } = room();
    const ann = join('ann');
    expect(presence.holds(ann)).toBe(false);
    say(ann, 1, 1);
    expect(presence.holds(ann)).toBe(true);
    say(ann, 1, 2, null);
    expect(presence.holds(ann)).toBe(false);
    say(ann, 1, 3);
    leave(ann);
    expect(presence.holds(ann)).toBe(false);
  });

  it('[W5] moves within one window are heard once, as the last of them', () => {
    const { join, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    for (let block = 1; block <= 9; block += 1) say(ann, 1, block, { block });
    expect(heardBy(ben)).toMatchObject([{ state: { block: 9 } }]);
  });

  it('[W2] old clocks and unreadable states change nothing worse than absence', () => {
    const { join, presence, say, heardBy } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    say(ann, 1, 5, { block: 5 });
    say(ann, 1, 4, { block: 4 });
    expect(heardBy(ben)).toMatchObject([{ state: { block: 5 } }]);
    expect(presence.announce(ann, [{ client: 1, clock: 6, state: '{"block":' }])).toBe(true);
    expect(heardBy(ben)).toMatchObject([{ state: null }]);
  });

  it('[Q5] one’s own state may not be too long; an echo of others’ is not read at all', () => {
    const { join, say } = room();
    const [ann, ben] = [join('ann'), join('ben')];
    const long = { block: 'x'.repeat(PRESENCE_CHARACTERS) };
    say(ben, 2, 1);
    say(ann, 1, 1);
    expect(say(ann, 2, 9, long)).toBe(true);
    expect(say(ann, 1, 2, long)).toBe(false);
  });
});
