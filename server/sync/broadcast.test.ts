import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Broadcast } from './broadcast.ts';
import type { Connection } from './connection.ts';
import { updateFrame } from './outgoing.ts';

/** Connections that keep what they are given; a broadcast looks at nothing else of them. */
function room(names: readonly string[]) {
  const heard = new Map<Connection, Buffer[]>();
  const connections = names.map((name) => ({ name }) as Connection);
  const receivers = new Set(connections);
  for (const connection of connections) heard.set(connection, []);
  const broadcast = new Broadcast(receivers, (connection, frames) =>
    heard.get(connection)?.push(frames),
  );
  return { broadcast, connections, receivers, heardBy: (one: Connection) => heard.get(one) ?? [] };
}

const UPDATES = [1, 2, 3, 4].map((number) => new Uint8Array(number * 60).fill(number));
const FRAMES = UPDATES.map(updateFrame);

describe('broadcast', () => {
  it('[D11] gives one buffer to all but the senders, and these what the others sent', async () => {
    const { broadcast, connections, heardBy } = room(['ann', 'ben', 'ina', 'obe']);
    const [ann, ben, ina, obe] = connections as [Connection, Connection, Connection, Connection];
    for (const [at, sender] of [ann, ben, ann, null].entries())
      broadcast.add(UPDATES[at] ?? new Uint8Array(), sender);
    await nextTurn();
    expect(heardBy(obe)).toEqual([Buffer.concat(FRAMES)]);
    expect(heardBy(ina)[0]).toBe(heardBy(obe)[0]);
    expect(Buffer.concat(heardBy(ann))).toEqual(Buffer.concat([FRAMES[1]!, FRAMES[3]!]));
    expect(Buffer.concat(heardBy(ben))).toEqual(
      Buffer.concat([FRAMES[0]!, FRAMES[2]!, FRAMES[3]!]),
    );
  });

  it('[D11] who sent all of it gets nothing', async () => {
    const { broadcast, connections, heardBy } = room(['ann']);
    const [ann] = connections as [Connection];
    broadcast.add(UPDATES[0]!, ann);
    broadcast.add(UPDATES[1]!, ann);
    await nextTurn();
    expect(heardBy(ann)).toEqual([]);
  });

  it('[D12] what was handed out before somebody joins is not handed out to them', async () => {
    const { broadcast, connections, heardBy, receivers } = room(['ann', 'ben']);
    const [ann, ben] = connections as [Connection, Connection];
    receivers.delete(ben);
    broadcast.add(UPDATES[0]!, null);
    broadcast.flush();
    receivers.add(ben);
    broadcast.add(UPDATES[1]!, null);
    await nextTurn();
    expect(heardBy(ann)).toEqual([FRAMES[0], FRAMES[1]]);
    expect(heardBy(ben)).toEqual([FRAMES[1]]);
  });
});
