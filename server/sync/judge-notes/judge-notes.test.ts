import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judgeNotes } from './judge-notes.ts';
import {
  type RawNotes,
  type RawNotesStruct,
  emptyNotes,
  notesWriter,
  rawNotes,
} from './notes-fixture.ts';
import { MAX_DEPTH } from './integrate-notes.ts';

const ALICE = notesWriter('alice');
const BOB = notesWriter('bob');
const OLGA = notesWriter('olga', 'You only read along here.');

/** A paragraph (1:0) with a run of text (1:1) that says “ab” (1:2 and 1:3). */
const PARAGRAPH: readonly RawNotesStruct[] = [
  { kind: 7, name: 'paragraph' },
  { kind: 7, type: 6, parent: [1, 0] },
  { kind: 4, text: 'ab', parent: [1, 1] },
];

function placeWithParagraph() {
  const state = emptyNotes();
  expect(outcome(oneBlock(1, 0, PARAGRAPH), state)).toBe('pass');
  return state;
}

function oneBlock(client: number, clock: number, structs: readonly RawNotesStruct[]): RawNotes {
  return { blocks: [{ client, clock, structs }] };
}

/** The rule that is broken, or else the kind of verdict; what passes is folded in. */
function outcome(update: RawNotes | Uint8Array, state = emptyNotes(), by = ALICE): string {
  const bytes = update instanceof Uint8Array ? update : rawNotes(update);
  const verdict = judgeNotes(bytes, by, state);
  if (verdict.kind === 'pass') verdict.fold();
  return 'rule' in verdict ? verdict.rule : verdict.kind;
}

/** What becomes of one more struct of Alice's behind the paragraph. */
function more(struct: RawNotesStruct): string {
  return outcome(oneBlock(1, 4, [struct]), placeWithParagraph());
}

describe('reading notes', () => {
  it('[J3] takes one block per client, no byte behind the end, and nothing cut off', () => {
    const whole = rawNotes(oneBlock(1, 0, PARAGRAPH));
    expect(outcome(whole)).toBe('pass');
    for (const byte of [0, 1, 255]) expect(outcome(Uint8Array.of(...whole, byte))).toBe('J3');
    for (let end = 0; end < whole.length; end += 1) expect(outcome(whole.slice(0, end))).toBe('J3');
    const block = { client: 1, clock: 0, structs: [{ kind: 7 }] };
    expect(outcome({ blocks: [block, { ...block, clock: 1 }] })).toBe('J3');
    expect(outcome(oneBlock(1, 0, []))).toBe('J3');
  });

  it('[J3] takes no formatting that is no JSON: Yjs throws on it, in every client', () => {
    expect(more({ kind: 6, json: '{', origin: [1, 2] })).toBe('J3');
    expect(more({ kind: 6, json: '', origin: [1, 2] })).toBe('J3');
  });

  it('[J5] caps clocks and the amount of deleted content', () => {
    expect(outcome(oneBlock(1, 2 ** 31, [{ kind: 7 }]))).toBe('J5');
    expect(outcome(oneBlock(1, 0, [{ kind: 1, length: 2 ** 31 + 1 }]))).toBe('J5');
    expect(outcome(oneBlock(1, 0, [{ kind: 0, length: 2 ** 20 + 1 }]))).toBe('J5');
    expect(outcome(oneBlock(1, 0, [{ kind: 1, length: 2 ** 20 + 1 }]))).toBe('J5');
    expect(outcome(oneBlock(1, 0, [{ kind: 0, length: 2 ** 20 }]))).toBe('pass');
  });

  it('[J6] takes nothing of length zero and no overlapping delete ranges', () => {
    for (const kind of [0, 1, 10])
      expect(outcome(oneBlock(1, 0, [{ kind, length: 0 }]))).toBe('J6');
    expect(more({ kind: 4, text: '', origin: [1, 3] })).toBe('J6');
    expect(outcome({ deletes: [{ client: 1, ranges: [[0, 0]] }] })).toBe('J6');
    expect(
      outcome({
        deletes: [
          {
            client: 1,
            ranges: [
              [0, 2],
              [1, 2],
            ],
          },
        ],
      }),
    ).toBe('J6');
  });

  it('[J12] takes nothing that builds on its own client’s future, or on itself', () => {
    for (const where of [
      { origin: [1, 4] as const },
      { rightOrigin: [1, 4] as const },
      { parent: [1, 9] as const },
    ])
      expect(more({ kind: 4, ...where })).toBe('J12');
    const circle = { client: 2, clock: 0, structs: [{ kind: 4, origin: [3, 0] as const }] };
    const other = { client: 3, clock: 0, structs: [{ kind: 4, origin: [2, 0] as const }] };
    expect(outcome({ blocks: [circle, other] })).toBe('J12');
  });

  it('[J18] attributes are plain values', () => {
    const heading: RawNotesStruct[] = [{ kind: 7, name: 'heading' }];
    const level = (value: unknown): RawNotesStruct => ({
      kind: 8,
      values: [value],
      parent: [1, 0],
      attribute: 'level',
    });
    expect(outcome(oneBlock(1, 0, [...heading, level(2)]))).toBe('pass');
    expect(outcome(oneBlock(1, 0, [...heading, level(undefined)]))).toBe('J18');
    expect(outcome(oneBlock(1, 0, [...heading, level(Infinity)]))).toBe('J18');
  });

  it('[N1] there is the root “notes” and no other', () => {
    for (const parent of ['annotations', 'Notes', '', '__proto__'])
      expect(outcome(oneBlock(1, 0, [{ kind: 7, parent }]))).toBe('N1');
  });

  it('[N2] holds nodes, text, formatting and attributes: no embeds, bytes, documents, other types', () => {
    for (const kind of [2, 3, 5, 9, 11]) expect(more({ kind, origin: [1, 3] })).toBe('N2');
    for (const type of [0, 1, 2, 4, 5, 7])
      expect(more({ kind: 7, type, origin: [1, 0] })).toBe('N2');
    expect(more({ kind: 8, values: [1], origin: [1, 3] })).toBe('N2');
  });

  it('[N3] nodes have known names', () => {
    for (const name of ['script', 'iframe', 'image', 'doc', 'text', 'constructor', '__proto__', ''])
      expect(more({ kind: 7, name, origin: [1, 0] }), name).toBe('N3');
  });

  it('[N4] marks have known names, and no link leads to a script', () => {
    const mark = (mark: string, value: unknown): string =>
      more({ kind: 6, mark, json: JSON.stringify(value), origin: [1, 3] });
    const link = (attributes: object): string => mark('link', attributes);
    expect(mark('bold', {})).toBe('pass');
    expect(mark('bold', null)).toBe('pass');
    expect(link({ href: 'https://example.org' })).toBe('pass');
    expect(link({ href: 'MAILTO:ann@example.org', target: '_blank', rel: 'noopener' })).toBe(
      'pass',
    );
    for (const [name, value] of [
      ['bold', { style: 'color: red' }],
      ['bold', 'true'],
      ['bold', []],
      ['highlight', {}],
      ['constructor', {}],
      ['link', {}],
      ['link', true],
    ] as const)
      expect(mark(name, value), name).toBe('N4');
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      '//example.org',
      '/api',
      `https://example.org/${'x'.repeat(2048)}`,
      null,
      7,
    ])
      expect(link({ href }), String(href)).toBe('N4');
    expect(link({ href: 'https://example.org', onclick: 'alert(1)' })).toBe('N4');
    expect(link({ href: 'https://example.org', class: 'overlay' })).toBe('N4');
    expect(link({ href: 'https://example.org', rel: 'opener' })).toBe('N4');
    expect(link({ href: 'https://example.org', target: 'postil' })).toBe('N4');
    const padded = `{}${' '.repeat(20_000)}`;
    expect(more({ kind: 6, json: padded, origin: [1, 3] })).toBe('N4');
  });
});

describe('where things stand in the notes', () => {
  it('[J1] [J2] what is known already is nothing, whoever sends it', () => {
    const state = placeWithParagraph();
    expect(outcome(oneBlock(1, 0, PARAGRAPH), state)).toBe('nothing');
    expect(outcome(oneBlock(1, 0, PARAGRAPH), state, BOB)).toBe('nothing');
    expect(outcome(oneBlock(1, 0, PARAGRAPH), state, OLGA)).toBe('nothing');
    const removal: RawNotes = { deletes: [{ client: 1, ranges: [[0, 1]] }] };
    expect(outcome(removal, state, BOB)).toBe('pass');
    // What stood in the paragraph is gone with it: clients say so, and that is no news.
    const all: RawNotes = { deletes: [{ client: 1, ranges: [[0, 4]] }] };
    expect(outcome(all, state, OLGA)).toBe('nothing');
  });

  it('[J4] [J15] what builds on the unknown is a missing dependency', () => {
    const state = placeWithParagraph();
    expect(outcome(oneBlock(1, 5, [{ kind: 4, origin: [1, 3] }]), state)).toBe('missing');
    expect(outcome(oneBlock(2, 0, [{ kind: 4, origin: [9, 0] }]), state)).toBe('missing');
    expect(outcome(oneBlock(2, 0, [{ kind: 4, rightOrigin: [1, 4] }]), state)).toBe('missing');
    expect(outcome(oneBlock(2, 0, [{ kind: 7, type: 6, parent: [9, 0] }]), state)).toBe('missing');
    expect(outcome({ deletes: [{ client: 1, ranges: [[3, 2]] }] }, state)).toBe('missing');
  });

  it('[J13] the known part of a struct is repeated as it is', () => {
    const again = (struct: Partial<RawNotesStruct>): string =>
      outcome(oneBlock(1, 3, [{ kind: 4, text: 'bcd', ...struct }]), placeWithParagraph());
    expect(again({ origin: [1, 2] })).toBe('pass');
    expect(again({ origin: [1, 1] })).toBe('J13');
    expect(again({ origin: [1, 2], rightOrigin: [1, 0] })).toBe('J13');
    expect(again({ parent: [1, 1] })).toBe('J13');
    expect(again({ parent: 'notes' })).toBe('J13');
  });

  it('[J14] a client id belongs to one user', () => {
    const state = placeWithParagraph();
    const struct: RawNotesStruct = { kind: 4, origin: [1, 3] };
    expect(outcome(oneBlock(1, 4, [struct]), state, BOB)).toBe('J14');
    expect(outcome(oneBlock(2, 0, [struct]), state, BOB)).toBe('pass');
    expect(state.clientIds.userOf(2)).toBe('bob');
    expect(outcome(oneBlock(2, 1, [{ kind: 0 }]), state, ALICE)).toBe('J14');
  });

  it('[N5] attributes are the node’s own', () => {
    const attribute = (
      node: string,
      name: string,
      value: unknown,
      more: Partial<RawNotesStruct> = {},
    ): string =>
      outcome(
        oneBlock(1, 0, [
          { kind: 7, name: node },
          { kind: 8, values: [value], parent: [1, 0], attribute: name, ...more },
        ]),
      );
    expect(attribute('orderedList', 'start', 3)).toBe('pass');
    expect(attribute('codeBlock', 'language', 'c++')).toBe('pass');
    expect(attribute('heading', 'level', 4)).toBe('N5');
    expect(attribute('heading', 'onclick', 'alert(1)')).toBe('N5');
    expect(attribute('paragraph', 'level', 1)).toBe('N5');
    expect(attribute('paragraph', 'constructor', 1)).toBe('N5');
    expect(attribute('codeBlock', 'language', 'x" onclick="')).toBe('N5');
    expect(attribute('heading', 'level', 2, { kind: 4 })).toBe('N5');
    const state = placeWithParagraph();
    const onText: RawNotesStruct = { kind: 8, values: [1], parent: [1, 1], attribute: 'level' };
    expect(outcome(oneBlock(1, 4, [onText]), state)).toBe('N5');
    expect(outcome(oneBlock(1, 4, [{ ...onText, parent: 'notes' }]), state)).toBe('N5');
  });

  it('[N6] everything stands where the schema has a place for it', () => {
    expect(more({ kind: 4, parent: [1, 0] })).toBe('N6');
    expect(more({ kind: 4, parent: 'notes' })).toBe('N6');
    expect(more({ kind: 7, type: 6, parent: 'notes' })).toBe('N6');
    expect(more({ kind: 7, name: 'listItem', parent: 'notes' })).toBe('N6');
    expect(more({ kind: 7, name: 'paragraph', parent: [1, 0] })).toBe('N6');
    expect(more({ kind: 7, name: 'hardBreak', origin: [1, 3] })).toBe('N6');
    expect(more({ kind: 7, name: 'hardBreak', origin: [1, 1] })).toBe('pass');
  });

  it('[N6] neighbours stand together, and a parent is a node', () => {
    expect(more({ kind: 4, origin: [1, 3], rightOrigin: [1, 1] })).toBe('N6');
    expect(more({ kind: 4, parent: [1, 2] })).toBe('N6');
    const state = placeWithParagraph();
    expect(outcome(oneBlock(1, 4, [{ kind: 0 }]), state)).toBe('pass');
    // Beside garbage stands garbage: a client that has none yet would show it in the paragraph.
    const beside: RawNotesStruct = { kind: 4, origin: [1, 4], rightOrigin: [1, 2] };
    expect(outcome(oneBlock(1, 5, [beside]), state)).toBe('N6');
    const removal = { deletes: [{ client: 1, ranges: [[0, 1] as const] }] };
    expect(outcome({ ...oneBlock(1, 5, [beside]), ...removal }, state)).toBe('pass');
  });

  it('[N7] nothing is nested more than forty deep', () => {
    const quotes = (depth: number): RawNotes =>
      oneBlock(
        1,
        0,
        Array.from({ length: depth }, (_, at) => ({
          kind: 7,
          name: 'blockquote',
          parent: at === 0 ? 'notes' : ([1, at - 1] as const),
        })),
      );
    expect(outcome(quotes(MAX_DEPTH))).toBe('pass');
    expect(outcome(quotes(MAX_DEPTH + 1))).toBe('N7');
  });

  it('[N8] what was deleted before it was sent may come as garbage, and so may what stood in it', () => {
    const state = placeWithParagraph();
    const gone = oneBlock(1, 4, [
      { kind: 1, origin: [1, 0] },
      { kind: 0, length: 3 },
    ]);
    expect(outcome(gone, state)).toBe('pass');
    expect(outcome(oneBlock(2, 0, [{ kind: 4, origin: [1, 6] }]), state, BOB)).toBe('pass');
    expect(outcome(oneBlock(2, 1, [{ kind: 7, type: 6, parent: [1, 4] }]), state, BOB)).toBe(
      'pass',
    );
  });

  it('[N9] who may not write may tidy up formatting, to no effect, and nothing else', () => {
    const state = placeWithParagraph();
    expect(outcome(oneBlock(1, 4, [{ kind: 6, origin: [1, 3] }]), state)).toBe('pass');
    expect(outcome({ deletes: [{ client: 1, ranges: [[4, 1]] }] }, state, OLGA)).toBe('nothing');
    expect(outcome({ deletes: [{ client: 1, ranges: [[3, 2]] }] }, state, OLGA)).toBe('P1');
    expect(outcome(oneBlock(5, 0, [{ kind: 4, origin: [1, 3] }]), state, OLGA)).toBe('P1');
    expect(outcome({ deletes: [{ client: 1, ranges: [[4, 1]] }] }, state, BOB)).toBe('pass');
  });
});

describe('how large notes may be', () => {
  it('[L2] full notes take nothing more, but can be emptied', () => {
    const state = emptyNotes({ limits: { placeBytes: 400, clientIdsPerMember: 10 } });
    expect(outcome(oneBlock(1, 0, PARAGRAPH), state)).toBe('pass');
    const long = oneBlock(1, 4, [{ kind: 4, text: 'x'.repeat(200), origin: [1, 3] }]);
    expect(outcome(long, state)).toBe('pass');
    expect(
      outcome(oneBlock(1, 204, [{ kind: 4, text: 'x'.repeat(200), origin: [1, 203] }]), state),
    ).toBe('L2');
    expect(outcome({ deletes: [{ client: 1, ranges: [[4, 200]] }] }, state)).toBe('pass');
    expect(
      outcome(oneBlock(1, 204, [{ kind: 4, text: 'x'.repeat(200), origin: [1, 203] }]), state),
    ).toBe('pass');
  });

  it('[L2] the estimate is near the size of the state that Yjs would send', () => {
    const state = emptyNotes();
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => expect(outcome(update, state)).toBe('pass'));
    const notes = doc.getXmlFragment('notes');
    for (let at = 0; at < 200; at += 1) {
      const paragraph = new Y.XmlElement('paragraph');
      const text = new Y.XmlText('Es wird nächstes Jahr regnen. '.repeat(10));
      paragraph.insert(0, [text]);
      notes.insert(at, [paragraph]);
      if (at % 3 === 0) text.delete(5, 100);
    }
    const { length } = Y.encodeStateAsUpdate(doc);
    expect(state.index.bytes).toBeGreaterThan(length * 0.8);
    expect(state.index.bytes).toBeLessThan(length * 1.5);
  });

  it('[L3] one member has so many client ids and no more', () => {
    const state = emptyNotes({ limits: { placeBytes: Infinity, clientIdsPerMember: 1 } });
    expect(outcome(oneBlock(1, 0, [{ kind: 7 }]), state)).toBe('pass');
    expect(outcome(oneBlock(2, 0, [{ kind: 7 }]), state)).toBe('L3');
    expect(outcome(oneBlock(2, 0, [{ kind: 7 }]), state, BOB)).toBe('pass');
  });

  it('[J21] judging changes nothing, and a stale verdict cannot be folded', () => {
    const state = placeWithParagraph();
    const update = rawNotes(oneBlock(1, 4, [{ kind: 4, origin: [1, 3] }]));
    const before = state.index.bytes;
    const first = judgeNotes(update, ALICE, state);
    expect(judgeNotes(update, ALICE, state).kind).toBe('pass');
    expect(state.index.state(1)).toBe(4);
    expect(state.index.bytes).toBe(before);
    expect(outcome(update, state)).toBe('pass');
    expect(() => first.kind === 'pass' && first.fold()).toThrow('stale');
  });
});

describe('what goes on from garbage', () => {
  it('[N6] [N8] a struct whose known part is garbage is refused, also where all of it would be dead: Yjs throws', () => {
    const state = placeWithParagraph();
    expect(outcome(oneBlock(9, 0, [{ kind: 0, length: 2 }]), state)).toBe('pass');
    const onwards = oneBlock(9, 0, [{ kind: 4, text: 'yyyy', origin: [1, 3] }]);
    expect(outcome(onwards, state)).toBe('N6');
    const dead = { ...onwards, deletes: [{ client: 1, ranges: [[0, 1] as const] }] };
    expect(outcome(dead, state)).toBe('N6');
    expect(outcome(oneBlock(9, 0, [{ kind: 0, length: 4 }]), state)).toBe('pass');
  });
});

describe('where structs stand takes Yjs a walk to find', () => {
  /** Each names the first of the paragraph's text and another clock of it: never two that stand side by side. */
  const scattered = (count: number): RawNotes =>
    oneBlock(
      2,
      0,
      Array.from({ length: count }, (_, at) => ({
        kind: 4,
        origin: [1, 3],
        rightOrigin: [1, 4 + (at % 900)],
      })),
    );
  const placeWithText = () => {
    const state = placeWithParagraph();
    expect(
      outcome(oneBlock(1, 4, [{ kind: 4, text: 'x'.repeat(900), origin: [1, 3] }]), state),
    ).toBe('pass');
    return state;
  };

  it('[N10] an update that sends Yjs up and down the same text again and again is refused', () => {
    const state = placeWithText();
    expect(outcome(scattered(12_000), state)).toBe('N10');
    expect(outcome(scattered(1000), state)).toBe('pass');
    expect(outcome(scattered(12_000), state)).toBe('N10');
  });

  it('[N10] to delete thousands of pieces of one text is refused, one by one or in one stretch', () => {
    const state = placeWithText();
    const pieces = Array.from({ length: 9000 }, (_, at) => {
      const origin: [number, number] = at === 0 ? [1, 3] : [2, at - 1];
      const format = { kind: 6, key: 'bold', value: at % 4 === 0 ? 'true' : 'null', origin };
      return at % 2 === 0 ? format : { kind: 4, text: 'x', origin };
    });
    expect(outcome(oneBlock(2, 0, pieces), state)).toBe('pass');
    expect(outcome({ deletes: [{ client: 2, ranges: [[0, 9000]] }] }, state)).toBe('N10');
    expect(outcome({ deletes: [{ client: 2, ranges: [[0, 100]] }] }, state)).toBe('pass');
  });

  it('[N10] what was put and deleted there before counts', () => {
    const state = placeWithText();
    const text = state.index.clients.get(1)?.runs.at(-1)?.spot?.container;
    const before = text?.size ?? 0;
    expect(outcome(scattered(1000), state)).toBe('pass');
    expect(
      outcome(
        {
          deletes: [
            {
              client: 2,
              ranges: [
                [0, 1],
                [2, 1],
              ],
            },
          ],
        },
        state,
      ),
    ).toBe('pass');
    expect(text?.size).toBe(before + 1002);
  });

  it('[N10] pasting thousands of paragraphs, clearing them and taking that back is no such walk', () => {
    const doc = new Y.Doc();
    const state = emptyNotes();
    const notes = doc.getXmlFragment('notes');
    const undo = new Y.UndoManager(notes, { captureTimeout: 0 });
    doc.on('update', (update: Uint8Array) => expect(outcome(update, state)).toBe('pass'));
    const paragraph = (): Y.XmlElement => {
      const made = new Y.XmlElement('paragraph');
      made.insert(0, [new Y.XmlText('A line.')]);
      return made;
    };
    notes.insert(0, Array.from({ length: 5000 }, paragraph));
    notes.delete(0, 4000);
    notes.insert(500, Array.from({ length: 1000 }, paragraph));
    undo.undo();
    undo.undo();
    expect(notes.length).toBe(5000);
  });
});

describe('what a megabyte of the smallest things costs', () => {
  const COUNT = 100_000;
  const structs = (of: (at: number) => RawNotesStruct): RawNotes =>
    oneBlock(
      1,
      0,
      Array.from({ length: COUNT }, (_, at) => of(at)),
    );
  const all = { deletes: [{ client: 1, ranges: [[0, COUNT] as const] }] };

  // Quadratic work would take minutes: the test's own time is the limit.
  it('[N7] neither depth, nor width, nor scattered deletes take more than a moment', () => {
    const deep = structs((at) => ({
      kind: 7,
      name: 'blockquote',
      parent: at === 0 ? 'notes' : [1, at - 1],
    }));
    expect(outcome({ ...deep, ...all })).toBe('N7');
    const state = emptyNotes();
    expect(
      outcome(
        structs((at) => ({
          kind: 7,
          name: 'paragraph',
          ...(at === 0 ? {} : { origin: [1, at - 1] as const }),
        })),
        state,
      ),
    ).toBe('pass');
    const odd = Array.from({ length: COUNT / 2 }, (_, at) => [2 * at + 1, 1] as const);
    expect(outcome({ deletes: [{ client: 1, ranges: odd }] }, state)).toBe('pass');
    for (let at = 0; at < 1000; at += 1)
      expect(outcome({ deletes: [{ client: 1, ranges: [[at * 2, 1]] }] }, state)).toBe('pass');
    expect(outcome(all, state)).toBe('pass');
    expect(outcome(all, state)).toBe('nothing');
  });
});
