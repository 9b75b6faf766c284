import { describe, expect, it } from 'vitest';
import { NotesPlace } from '../notes-place.ts';
import { judgeNotes } from './judge-notes.ts';
import { type RawNotes, emptyNotes, notesWriter, rawNotes } from './notes-fixture.ts';

const MALLORY = notesWriter('mallory');
const HEADING = { kind: 7, type: 3, name: 'heading' };
const TWO = { kind: 8, values: [1, 2], parent: [1, 0] as const, attribute: 'level' };

/** The verdicts on updates that come one after the other; what passes is folded and shown. */
function judged(updates: readonly RawNotes[]): string[] {
  const state = emptyNotes();
  const place = new NotesPlace([]);
  return updates.map((raw) => {
    const update = rawNotes(raw);
    const verdict = judgeNotes(update, MALLORY, state);
    if (verdict.kind === 'pass') {
      verdict.fold();
      place.add({ update, at: 0, effects: [] });
    }
    return 'rule' in verdict ? verdict.rule : verdict.kind;
  });
}

describe('an attribute written with several values in one struct', () => {
  it('[N5] is refused: cut in two, its first part outlives it, and Yjs throws when the node is collected', () => {
    const made = { blocks: [{ client: 1, clock: 0, structs: [HEADING, TWO] }] };
    const cut = { deletes: [{ client: 1, ranges: [[2, 1] as const] }] };
    const gone = { deletes: [{ client: 1, ranges: [[0, 1] as const] }] };
    expect(judged([made, cut, gone])[0]).toBe('N5');
  });

  it('[N5] is refused in a node that goes in the same update, too', () => {
    const cutter = { kind: 8, values: [3], origin: [1, 1] as const };
    const all = {
      blocks: [{ client: 1, clock: 0, structs: [HEADING, TWO, cutter] }],
      deletes: [{ client: 1, ranges: [[0, 1] as const] }],
    };
    expect(judged([all])).toEqual(['N5']);
  });

  it('[N5] passes where the same update deletes all of it, as undo sends it', () => {
    const structs = [HEADING, TWO];
    const undone = {
      blocks: [{ client: 1, clock: 0, structs }],
      deletes: [{ client: 1, ranges: [[1, 2] as const] }],
    };
    const gone = { deletes: [{ client: 1, ranges: [[0, 1] as const] }] };
    expect(judged([undone, gone])).toEqual(['pass', 'pass']);
  });
});
