import type { Stretch } from './annotated-blocks.ts';
import { rangeOf } from './dom-offsets.ts';
import { type LineBox, lineBoxes } from './line-boxes.ts';

/** A frame of boxes, one a line, over the text: it needs no mark and touches no text node. */
export class OutlineOverlay {
  readonly #article: HTMLElement;
  readonly #overlay = document.createElement('div');
  readonly #sizes: ResizeObserver;
  #outlined: Stretch | null = null;

  constructor(article: HTMLElement) {
    this.#article = article;
    this.#overlay.className = 'postil-outline';
    this.#overlay.dataset['notText'] = '';
    this.#overlay.setAttribute('aria-hidden', 'true');
    this.#sizes = new ResizeObserver(() => this.#place());
  }

  /** Null takes it away. The same stretch again costs nothing. */
  show(outlined: Stretch | null): void {
    const before = this.#outlined;
    if (outlined?.start === before?.start && outlined?.end === before?.end) return;
    this.#outlined = outlined;
    this.#sizes.disconnect();
    if (outlined === null) return this.#overlay.remove();
    this.#article.append(this.#overlay);
    this.#place();
    this.#sizes.observe(this.#article);
  }

  destroy(): void {
    this.#sizes.disconnect();
    this.#overlay.remove();
  }

  #place(): void {
    if (this.#outlined === null) return;
    const range = rangeOf(this.#article, this.#outlined.start, this.#outlined.end);
    const lines = lineBoxes(textRects(range));
    const origin = this.#overlay.getBoundingClientRect();
    const boxes = lines.map((line) => boxAt(line, origin));
    boxes[0]?.setAttribute('data-first', '');
    boxes.at(-1)?.setAttribute('data-last', '');
    this.#overlay.replaceChildren(...boxes);
  }
}

/** Of the text alone: the range's own rectangles are also those of whole paragraphs in it. */
function* textRects(range: Range | null): Generator<DOMRect> {
  if (range === null) return;
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const part = document.createRange();
  walker.currentNode = range.startContainer;
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('[data-not-text]') !== null) continue;
    part.selectNodeContents(node);
    if (node === range.startContainer) part.setStart(node, range.startOffset);
    if (node === range.endContainer) part.setEnd(node, range.endOffset);
    yield* part.getClientRects();
    if (node === range.endContainer) return;
  }
}

function boxAt({ left, right, top, bottom }: LineBox, origin: DOMRect): HTMLElement {
  const box = document.createElement('div');
  box.style.left = `${left - origin.left}px`;
  box.style.top = `${top - origin.top}px`;
  box.style.width = `${right - left}px`;
  box.style.height = `${bottom - top}px`;
  return box;
}
