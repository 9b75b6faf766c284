import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { annotationUpdate } from './annotation-update.ts';
import type { Contender } from './contender.ts';
import { DriverClient } from './driver-client.ts';
import { forEachOperations } from './operations-of.ts';
import { within } from './pace.ts';
import { type Server, startServer } from './server-process.ts';

const FIRST_CLIENT = 2 ** 31;
const AUTHORS = 100;
const MISSING = 20;
const WRITTEN_WITHIN = 60_000;

/** A data directory in which one room holds annotations, each written and kept as an update of its own. */
export interface AnnotatedRoom {
  /** The room as Yjs has it. */
  state: Uint8Array;
  /** What somebody has who left before the last `MISSING` annotations. */
  earlier: Uint8Array;
  /** On a copy of its own, in a folder that is not there yet. */
  start: (folder: string) => Promise<Server>;
}

/** Has the annotations written by a hundred people, one after the other, and the server stopped again. */
export async function annotateRoom(
  contender: Contender,
  folder: string,
  annotations: number,
): Promise<AnnotatedRoom> {
  const original = join(folder, 'original');
  mkdirSync(original, { recursive: true });
  const wanted = { rooms: 1, members: AUTHORS };
  const server = await startServer(contender, original, wanted);
  const updates = await writeAll(server, annotations / AUTHORS);
  await server.quiet();
  await server.end();
  return {
    state: stateAfter(updates),
    earlier: stateAfter(updates.slice(0, -MISSING)),
    start(copy) {
      cpSync(original, copy, { recursive: true });
      return startServer(contender, copy, wanted);
    },
  };
}

function stateAfter(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Somebody stays and listens, so that the room stays loaded and it is known when all has arrived. */
async function writeAll(server: Server, each: number): Promise<Uint8Array[]> {
  const { contender, port } = server;
  const [seats = []] = server.seats;
  let heard = 0;
  const [first] = seats;
  if (first === undefined) throw new Error('no seat');
  const listener = new DriverClient({
    contender,
    port,
    seat: first,
    heard: {
      update: (bytes, start, end, isStep2) => {
        if (!isStep2)
          forEachOperations(bytes, start, end, (_client, _clock, count) => (heard += count));
      },
    },
  });
  await listener.joined;
  const updates: Uint8Array[] = [];
  for (const [author, seat] of seats.entries()) {
    const client = new DriverClient({ contender, port, seat, heard: {} });
    // oxlint-disable-next-line no-await-in-loop -- one author after the other
    await client.joined;
    for (let at = 0; at < each; at += 1) {
      const update = annotationUpdate(FIRST_CLIENT + author, seat.user, at);
      updates.push(update);
      client.send(client.updateFrame(update));
    }
    // oxlint-disable-next-line no-await-in-loop -- one author after the other
    if (!(await within(WRITTEN_WITHIN, () => heard >= updates.length)))
      throw new Error(`${contender.name} did not take what was written.`);
    client.end();
  }
  listener.end();
  return updates;
}
