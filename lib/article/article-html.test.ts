import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { articleHtml } from './article-html.ts';
import { canonical } from './canonical.ts';
import type { ArticleDocument } from './document.ts';
import { documentFromBlocks } from './document-from-blocks.ts';
import { proposedBlockSchema, type ProposedBlock } from './proposed-block.ts';
import { sentenceRanges } from './sentences.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const textOf = (node: Node): string => {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
};
const attr = (element: Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value;
const elementsIn = (nodes: readonly Node[]): Element[] =>
  nodes.filter(isElement).flatMap((element) => [element, ...elementsIn(element.childNodes)]);

function documentOf(blocks: ProposedBlock[]): ArticleDocument {
  const document = documentFromBlocks(blocks.map((block) => proposedBlockSchema.parse(block)));
  if (!document.ok) throw new Error(document.error);
  return document.value;
}

describe('articleHtml', () => {
  it('sets a notice apart without touching its text', () => {
    const document = documentOf([
      { kind: 'paragraph', text: 'A digest.' },
      { kind: 'paragraph', text: 'It begins.' },
    ]);
    expect(articleHtml(document, { firstIsNotice: true }).body).toBe(
      '<p id="b0" data-start="0" dir="auto" class="notice">A digest.</p>' +
        '<p id="b1" data-start="10" dir="auto">It begins.</p>',
    );
    expect(articleHtml(document).body).not.toContain('class');
  });

  it('draws headings, paragraphs, emphasis and quotations with one footer a source', () => {
    const { title, body } = articleHtml(
      documentOf([
        { kind: 'furniture', text: 'Advertisement' },
        { kind: 'heading', level: 1, text: 'T' },
        {
          kind: 'paragraph',
          text: 'abcd',
          emphasis: [
            { start: 1, end: 3, mark: 'italic' },
            { start: 2, end: 4, mark: 'bold' },
          ],
        },
        { kind: 'quotation', text: 'q', source: 'A & B' },
        { kind: 'quotation', text: 'r', source: 'A & B' },
        { kind: 'quotation', text: 's' },
        { kind: 'heading', level: 3, text: 'H' },
        { kind: 'heading', level: 1, text: 'I' },
      ]),
    );
    expect(title).toBe('<h1 id="b0" data-start="0" dir="auto">T</h1>');
    expect(body).toBe(
      '<p id="b1" data-start="2" dir="auto">a<em>b</em><em><strong>c</strong></em><strong>d</strong></p>' +
        '<blockquote><p id="b2" data-start="7" dir="auto">q</p><p id="b3" data-start="9" dir="auto">r</p>' +
        '<footer data-not-text>Quoted from A &amp; B</footer></blockquote>' +
        '<blockquote><p id="b4" data-start="11" dir="auto">s</p></blockquote>' +
        '<h3 id="b5" data-start="13" dir="auto">H</h3><h2 id="b6" data-start="15" dir="auto">I</h2>',
    );
  });

  it('marks blocks whose line breaks are layout', () => {
    const { body } = articleHtml(
      documentOf([
        { kind: 'paragraph', text: 'roses\nviolets' },
        { kind: 'paragraph', text: `${'long '.repeat(20)}\nwrapped` },
      ]),
    );
    expect(body.match(/class="lines"/g)).toHaveLength(1);
  });

  it('escapes everything', () => {
    const evil = `<img src=x onerror="alert(1)">&amp;'</p><script>`;
    const { title, body } = articleHtml(
      documentOf([
        { kind: 'heading', level: 1, text: evil },
        { kind: 'quotation', text: evil, source: evil },
      ]),
    );
    const tags = elementsIn(parseFragment(title + body).childNodes).map(({ tagName }) => tagName);
    expect(tags).toEqual(['h1', 'blockquote', 'p', 'footer']);
  });

  it("has, in each block's element, exactly its slice of the canonical text", () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        'a\u00a0b',
        '“é”',
        '👩🏽‍🚀',
        'cafe\u0301',
        'שלום עולם',
        '\r',
        '\n x',
        '<b>&amp;</b>',
        ' \t ',
      ),
    );
    const block = fc.record({
      kind: fc.constantFrom<ProposedBlock['kind']>(
        'heading',
        'paragraph',
        'quotation',
        'furniture',
      ),
      text: text.filter((value) => !value.includes('\0')),
    });
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const document = documentOf([{ kind: 'paragraph', text: 'first' }, ...blocks]);
        const canon = canonical(document, sentenceRanges);
        const html = articleHtml(document);
        const drawn = elementsIn(parseFragment(html.title + html.body).childNodes).filter(
          (element) => attr(element, 'id'),
        );
        expect(drawn.map(textOf)).toEqual(
          canon.blocks.map(({ start, end }) => canon.text.slice(start, end)),
        );
        expect(drawn.map((element) => Number(attr(element, 'data-start')))).toEqual(
          canon.blocks.map(({ start }) => start),
        );
        expect(drawn.map((element) => attr(element, 'id'))).toEqual(
          drawn.map((_, index) => `b${index}`),
        );
      }),
    );
  });
});
