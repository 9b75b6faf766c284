import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { articleDocumentSchema } from './document.ts';
import { documentFromBlocks } from './document-from-blocks.ts';
import type { ProposedBlock } from './proposed-block.ts';

const wholly = (text: string): [number, number][] => [[0, text.length]];

describe('canonical', () => {
  it('joins all but furniture by one line feed, with no other change, and places the blocks', () => {
    const blocks: ProposedBlock[] = [
      { kind: 'furniture', text: 'Menu' },
      { kind: 'heading', text: ' 👩🏽‍🚀\u00a0', level: 1 },
      { kind: 'quotation', text: 'q\nq', source: 'Reuters' },
      { kind: 'quotation', text: 'r' },
      { kind: 'paragraph', text: 'cafe\u0301' },
    ];
    const document = documentFromBlocks(blocks);
    if (!document.ok) throw new Error(document.error);
    const { text, blocks: placed } = canonical(document.value, wholly);
    expect(text).toBe(' 👩🏽‍🚀\u00a0\nq\nq\nr\ncafe\u0301');
    expect(placed).toEqual([
      { start: 0, end: 9, kind: 'heading', sentences: [[0, 9]] },
      { start: 10, end: 13, kind: 'quotation', source: 'Reuters', sentences: [[10, 13]] },
      { start: 14, end: 15, kind: 'quotation', sentences: [[14, 15]] },
      { start: 16, end: 21, kind: 'paragraph', sentences: [[16, 21]] },
    ]);
  });
});

describe('documentFromBlocks', () => {
  it('makes a document that the schema accepts, furniture kept', () => {
    const document = documentFromBlocks([
      { kind: 'furniture', text: 'Menu' },
      { kind: 'paragraph', text: 'a😀b', emphasis: [{ start: 0, end: 3, mark: 'bold' }] },
    ]);
    expect(document.ok && articleDocumentSchema.parse(document.value).content).toEqual([
      { type: 'furniture', content: [{ type: 'text', text: 'Menu' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a😀', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'b' },
        ],
      },
    ]);
  });

  it('refuses a text of nothing but furniture', () => {
    expect(documentFromBlocks([{ kind: 'furniture', text: 'Menu' }])).toMatchObject({ ok: false });
    expect(documentFromBlocks([])).toMatchObject({ ok: false });
  });

  it.each([
    [0, 2],
    [3, 5],
    [2, 2],
  ])('refuses an emphasis from %i to %i of "a😀b"', (start, end) => {
    const result = documentFromBlocks([
      { kind: 'paragraph', text: 'a😀b', emphasis: [{ start, end, mark: 'italic' }] },
    ]);
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining('block 1') });
  });
});
