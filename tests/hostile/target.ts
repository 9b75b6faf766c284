import type { WebSocket } from 'ws';
import { annotationIn, type RealReading, rawSocket } from '#tests/integration/real-reading.ts';
import { type RawClient, updateOf } from '#tests/integration/sync-fixture.ts';
import * as Y from 'yjs';

/** Where to attack and under whose names; plain values, so that another thread can do it. */
export interface Target {
  reading: RealReading;
  /** A person each, who may write. */
  people: { id: string; cookie: string }[];
}

export interface Attacker {
  userId: string;
  raw: RawClient;
}

export const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

/** So many open sockets, shared out evenly among the people. */
export async function sockets(target: Target, count: number): Promise<Attacker[]> {
  const attackers: Attacker[] = [];
  for (let made = 0; made < count; made += 100)
    attackers.push(...(await Promise.all(some(target, made, Math.min(count, made + 100)))));
  return attackers;
}

function some({ reading, people }: Target, from: number, to: number): Promise<Attacker>[] {
  return Array.from({ length: to - from }, async (_, index) => {
    const person = people[(from + index) % people.length]!;
    const client = { cookieHeader: person.cookie };
    return { userId: person.id, raw: await rawSocket(reading, { client }, '?durable=1') };
  });
}

/** Sockets that have exchanged step 1 and step 2, so that they hear every update. */
export async function subscribed(target: Target, count: number): Promise<Attacker[]> {
  const attackers = await sockets(target, count);
  await Promise.all(
    attackers.map(async ({ raw }) => {
      raw.step1();
      await raw.until(() => raw.updates.length > 0);
      raw.step2(NOTHING);
    }),
  );
  return attackers;
}

/** The code that the server closed each with, as it sent it. */
export function codesOf(attackers: readonly Attacker[]): Promise<number[]> {
  return Promise.all(attackers.map(({ raw }) => raw.closed));
}

export function leave(attackers: readonly Attacker[]): void {
  for (const { raw } of attackers) raw.socket.terminate();
}

/** Each update puts an annotation of about `bytes` under the same key of the user. */
export function overwrites({ reading }: Target, userId: string, bytes: number): () => Uint8Array {
  const doc = new Y.Doc();
  let count = 0;
  return () => {
    count += 1;
    const words = String(count).padEnd(bytes, 'x');
    const record = annotationIn(reading, userId, 'overwritten', words);
    return updateOf(doc, () => doc.getMap('annotations').set(record.id, record));
  };
}

/** Sends as fast as the network takes it, until `count` messages are out or the server says no. */
export async function pour(
  { raw: { socket } }: Attacker,
  count: number,
  send: (socket: WebSocket) => void,
): Promise<void> {
  for (let sent = 0; sent < count && socket.readyState === socket.OPEN; sent += 1) {
    send(socket);
    if (sent % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
  }
}
