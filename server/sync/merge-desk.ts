import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import type { TurnedAway } from './place-writes.ts';
import type { Room } from './room.ts';

export interface Merge {
  /** Whose desk it is. */
  user: string;
  /** Sealed, and caught up with the log. */
  desk: Room;
  /** As the log names it. */
  deskName: string;
  /** The room of `shared`; to be written to in the turn in which it is given. */
  shared: () => Promise<Room>;
}

/**
 * Brings a desk's state into `shared` under its owner, with all limits lifted (J24), in one append that also notes
 * the reveal. What the judge will not take as it is (a client id used otherwise in `shared`, J13, J14) is written
 * anew. Gives how many records were left behind all the same, because `shared` can never hold them: an instructor removed
 * that key (J23).
 */
export async function mergeDesk(merge: Merge): Promise<{ left: number }> {
  const { desk } = merge;
  const asItIs = await append(merge, await merge.shared(), desk.state());
  if (asItIs === null) return { left: 0 };
  const left = new Set(removedFrom(await merge.shared(), desk.records()).map(nameOf));
  for (;;) {
    const shared = await merge.shared();
    const records = desk.records().filter((one) => !left.has(nameOf(one)));
    const refusal = await append(merge, shared, writtenAnew(shared.state(), records));
    if (refusal === null) return { left: left.size };
    if (refusal.kind !== 'refused' || refusal.key === null || left.has(nameOfRefused(refusal)))
      throw new Error(`a desk cannot be revealed: ${JSON.stringify(refusal)}`);
    left.add(nameOfRefused(refusal));
  }
}

/** Null when update and reveal are in the log. Rejects when the place broke over it. */
function append(merge: Merge, shared: Room, update: Uint8Array): Promise<TurnedAway | null> {
  const { user, deskName } = merge;
  return new Promise((resolve, reject) => {
    if (shared.broken) throw new Error('The shared place cannot be written now.');
    const atHead = shared.submit({
      update,
      origin: null,
      userId: user,
      writer: () => ({
        userId: user,
        mayModerate: false,
        mayWrite: () => null,
        mayEdit: () => null,
      }),
      mayLack: false,
      reveals: deskName,
      taken() {},
      settled: () => resolve(null),
      lacking() {},
      turnedAway: resolve,
      failed: reject,
    });
    atHead?.catch(reject);
  });
}

function removedFrom(shared: Room, records: readonly LoggedRecord[]): LoggedRecord[] {
  return records.filter(({ map, record }) => shared.isRemoved(map, record.id));
}

/** The records as one update on top of `shared`, under a client id that nobody has. */
function writtenAnew(shared: Uint8Array, records: readonly LoggedRecord[]): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, shared);
  let written: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc());
  doc.on('update', (update) => {
    written = update;
  });
  doc.transact(() => {
    for (const { map, record } of records)
      if (!equalityDeep(doc.getMap(map).get(record.id), record))
        doc.getMap(map).set(record.id, record);
  });
  doc.destroy();
  return written;
}

const nameOf = ({ map, record }: LoggedRecord): string => `${map} ${record.id}`;

const nameOfRefused = ({ map, key }: Extract<TurnedAway, { kind: 'refused' }>): string =>
  `${map} ${key}`;
