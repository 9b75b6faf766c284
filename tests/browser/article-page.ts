import type { Annotation } from '#lib/annotation/record.ts';
import type { Block } from '#lib/article/document.ts';
import { rangeOf, textNodesOf } from '../../lib/client/dom-offsets.ts';
import { createHighlightLayer, type HighlightLayer } from '../../lib/client/highlight-layer.ts';
import { keptOnDevice } from '../../lib/client/kept-writes.ts';
import { offsetFromPoint } from '../../lib/client/offset-from-point.ts';
import { selectionIn } from '../../lib/client/selection-in.ts';
import { watchSelection, type WatchedSelection } from '../../lib/client/selection-watch.ts';

/** Who marked which words with which tag; `nth` of the same words counts from 0. */
export type TestMark = [user: string, words: string, tag: string | null, nth?: number];

/** What the tests of the highlight layer do in the page, which holds an article and nothing else. */
const articlePage = {
  layer: null as HighlightLayer | null,
  shown: new Map() as ReadonlyMap<string, Annotation>,
  nodes: [] as Text[],
  watched: [] as (Pick<WatchedSelection, 'start' | 'end'> | null)[],
  keptOnDevice,

  article(): HTMLElement {
    return document.querySelector('article') as HTMLElement;
  },

  /** Each text is one block: `#` begins a heading, `>` a quotation with a footer; `_…_` is italic. */
  async mount(texts: readonly string[]): Promise<void> {
    const blocks: Block[] = [];
    let start = 0;
    const html = texts.map((source) => {
      const plain = source.replace(/^[#>] /, '').replaceAll('_', '');
      const inner = source.replace(/^[#>] /, '').replace(/_(.*?)_/g, '<em>$1</em>');
      blocks.push({ start, end: start + plain.length, kind: 'paragraph', sentences: [] });
      const at = `data-start="${start}"`;
      start += plain.length + 1;
      if (source.startsWith('# ')) return `<h2 ${at}>${inner}</h2>`;
      if (!source.startsWith('> ')) return `<p ${at}>${inner}</p>`;
      return `<blockquote ${at}><span>${inner}</span><footer data-not-text>Quoted from the Herald</footer></blockquote>`;
    });
    this.article().innerHTML = html.join('');
    this.nodes = this.textNodes();
    this.layer?.destroy();
    this.layer = createHighlightLayer(this.article(), {
      userId: 'me',
      isPrivate: () => false,
      blocks,
      figuresInWords: ({ members }, readers) => `${members} of ${readers}`,
    });
    await this.rested();
  },

  text(): string {
    return [...this.article().querySelectorAll<HTMLElement>('[data-start]')]
      .map((block) =>
        textNodesOf(block)
          .map(({ data }) => data)
          .join(''),
      )
      .join('\n');
  },

  textNodes(): Text[] {
    return [...this.article().querySelectorAll<HTMLElement>('[data-start]')].flatMap(textNodesOf);
  },

  /** The middle of each character that is drawn, in CSS pixels of the window. */
  characters(): { text: string; x: number; y: number }[] {
    return this.textNodes().flatMap((node) =>
      Array.from({ length: node.length }, (_, index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { text: node.data[index] ?? '', x: (left + right) / 2, y: (top + bottom) / 2 };
      }),
    );
  },

  hasTheSameTextNodes(): boolean {
    const now = this.textNodes();
    return (
      now.length === this.nodes.length && now.every((node, index) => node === this.nodes[index])
    );
  },

  show(marks: readonly TestMark[]): void {
    const text = this.text();
    this.showAll(marks.map((mark, index) => annotationOf(text, mark, index)));
  },

  showAll(annotations: readonly Annotation[]): void {
    this.shown = new Map(annotations.map((one) => [one.id, one]));
    this.layer?.show(this.shown);
  },

  /** What is shown and one annotation on top of it, as the next snapshot would hold it. */
  withOneMore(annotation: Annotation): ReadonlyMap<string, Annotation> {
    this.shown = new Map([...this.shown, [annotation.id, annotation]]);
    return this.shown;
  },

  marks(): string[] {
    return [...this.article().querySelectorAll('mark')].map(({ textContent }) => textContent ?? '');
  },

  select(words: string): void {
    const start = this.text().indexOf(words);
    const range = rangeOf(this.article(), start, start + words.length) as Range;
    const selection = document.getSelection() as Selection;
    selection.setBaseAndExtent(
      range.endContainer,
      range.endOffset,
      range.startContainer,
      range.startOffset,
    );
  },

  selected: (): { start: number; end: number } | null => selectionIn(articlePage.article()),

  offsetAt: (x: number, y: number): number | null => offsetFromPoint(articlePage.article(), x, y),

  boxOf(words: string): DOMRect {
    const start = this.text().indexOf(words);
    return (rangeOf(this.article(), start, start + words.length) as Range).getBoundingClientRect();
  },

  /** After two frames and what observers did in them. */
  async rested(): Promise<void> {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 30));
  },

  /** Of two relative luminances (WCAG 2.2). */
  contrast: (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),

  watch(): void {
    watchSelection(this.article(), (selection) =>
      this.watched.push(selection && { start: selection.start, end: selection.end }),
    );
  },
};

function annotationOf(
  text: string,
  [user, words, tag, nth = 0]: TestMark,
  index: number,
): Annotation {
  let start = -1;
  for (let found = 0; found <= nth; found += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  const id = `${user}/record-${String(index).padStart(8, '0')}`;
  const target = {
    revision: 'r',
    start,
    end: start + words.length,
    exact: words,
    prefix: '',
    suffix: '',
  };
  const comment = tag === null ? { type: 'doc' as const, content: [] } : null;
  return { id, author: user, created: '2026-01-01T12:00:00.000Z', target, tag, comment };
}

declare global {
  // oxlint-disable-next-line no-var -- the only way to type a property of globalThis
  var articlePage: ArticlePage;
}
type ArticlePage = typeof articlePage;
globalThis.articlePage = articlePage;
