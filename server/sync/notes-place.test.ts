import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NotesPlace } from './notes-place.ts';

/** Two who format the same words at once: Yjs deletes one's formatting in every client that gets both. */
function formattedTwice(): Uint8Array[] {
  const [ann, ben] = [new Y.Doc(), new Y.Doc()];
  ann.getXmlFragment('notes').insert(0, [new Y.XmlText('hello world')]);
  const first = Y.encodeStateAsUpdate(ann);
  Y.applyUpdate(ben, first);
  const before = Y.encodeStateVector(ann);
  for (const doc of [ann, ben]) {
    const text = doc.getXmlFragment('notes').get(0);
    if (text instanceof Y.XmlText) text.format(0, 5, { bold: true });
  }
  return [first, Y.encodeStateAsUpdate(ann, before), Y.encodeStateAsUpdate(ben, before)];
}

function deletedIn(update: Uint8Array): number {
  return Y.decodeUpdate(update).ds.clients.size;
}

describe('the durable document of the notes', () => {
  it('[N9] [D5] deletes nothing that no entry of the log deletes', () => {
    const updates = formattedTwice();
    const client = new Y.Doc();
    for (const update of updates) Y.applyUpdate(client, update);
    expect(deletedIn(Y.encodeStateAsUpdate(client))).toBe(1);
    const [first, ...more] = updates;
    const place = new NotesPlace(first === undefined ? [] : [first]);
    for (const update of more) place.add({ update, at: 0, effects: [] });
    expect(deletedIn(place.state())).toBe(0);
    expect(deletedIn(new NotesPlace(updates).state())).toBe(0);
  });

  it('[J15] [D6] throws on what lacks something: it was not judged', () => {
    const [, second] = formattedTwice();
    if (second === undefined) throw new Error('no update');
    expect(() => new NotesPlace([second])).toThrow(/lacks/);
  });
});
