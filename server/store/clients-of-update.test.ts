import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { clientsOfUpdate } from './clients-of-update.ts';

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getMap('annotations').set(`key-${client}`, { client });
  return doc;
}

describe('clients of an update', () => {
  it('[J14] of one, of several, and of none', () => {
    const one = docOf(4_000_000_000);
    const several = docOf(7);
    Y.applyUpdate(several, Y.encodeStateAsUpdate(one));
    expect(clientsOfUpdate(Y.encodeStateAsUpdate(one))).toEqual([4_000_000_000]);
    expect(new Set(clientsOfUpdate(Y.encodeStateAsUpdate(several)))).toEqual(
      new Set([4_000_000_000, 7]),
    );
    expect(clientsOfUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toEqual([]);
  });
});
