import type { Annotation } from '../annotation/record.ts';
import type { Block } from '../article/document.ts';
import { AnnotatedBlocks, type Stretch } from './annotated-blocks.ts';
import { clearBlock, type PaintedMark, paintBlock } from './block-painter.ts';
import { blockElements, rangeOf, startOfBlock } from './dom-offsets.ts';
import { type HeldSelection, watchHeldSelection } from './held-selection.ts';
import { watchNearViewport } from './near-viewport.ts';
import { type PassingHighlight, setPassingHighlight } from './passing-highlights.ts';
import { looksIn, type SegmentLook } from './segment-look.ts';

/** `marks`: tags, readers and mine; `heat`: how many readers; `none`: the bare text. */
export type Paint = 'marks' | 'heat' | 'none';

/** Annotations drawn over static HTML. Offsets are UTF-16 into the revision's canonical text. */
export interface HighlightLayer {
  show(annotations: readonly Annotation[]): void;
  setPaint(paint: Paint): void;
  /** Outlines one whole annotation (hover or focus). */
  outline(id: string | null): void;
  /** Shows ranges for a moment; they stay in place when the blocks under them are drawn anew. */
  showPassing(name: PassingHighlight, ranges: readonly Stretch[]): void;
  /** Those that cover the character at `offset`, shortest first. */
  annotationsAt(offset: number): readonly Annotation[];
  /** Top of the line that holds `offset`, in CSS pixels below the article's top. */
  topOf(offset: number): number;
  /** Leaves the text as it was. */
  destroy(): void;
}

export function createHighlightLayer(
  article: HTMLElement,
  options: { userId: string; blocks: readonly Block[] },
): HighlightLayer {
  return new ArticleHighlights(article, options);
}

interface DrawnBlock extends Stretch {
  index: number;
  element: HTMLElement;
  marks: readonly PaintedMark[];
  /** Which looks are drawn, to leave alone a block that would look the same. */
  drawn: string;
  isNear: boolean;
}

const BARE = '[]';

class ArticleHighlights implements HighlightLayer {
  readonly #article: HTMLElement;
  readonly #userId: string;
  readonly #blocks: readonly DrawnBlock[];
  readonly #annotated: AnnotatedBlocks;
  readonly #held: HeldSelection;
  readonly #endWatching: () => void;
  /** Blocks that changed while a selection was held in them. */
  readonly #waiting = new Set<DrawnBlock>();
  readonly #passing = new Map<PassingHighlight, readonly Stretch[]>();
  #paint: Paint = 'marks';
  #outlined: string | null = null;

  constructor(article: HTMLElement, options: { userId: string; blocks: readonly Block[] }) {
    this.#article = article;
    this.#userId = options.userId;
    this.#blocks = bareBlocks(article, options.blocks);
    this.#annotated = new AnnotatedBlocks(this.#blocks);
    this.#held = watchHeldSelection(() => this.#drawWaiting());
    this.#endWatching = watchNearViewport(
      this.#blocks.map(({ element }) => element),
      (changes) => this.#moved(changes),
    );
    article.dataset['paint'] = this.#paint;
  }

  show(annotations: readonly Annotation[]): void {
    const changed = this.#annotated.show(annotations);
    this.#draw([...changed].flatMap((index) => this.#blocks[index] ?? []));
  }

  setPaint(paint: Paint): void {
    this.#paint = paint;
    this.#article.dataset['paint'] = paint;
    this.#draw(this.#blocks);
  }

  outline(id: string | null): void {
    const before = this.#outlined;
    this.#outlined = id;
    for (const block of this.#touchedBy(before)) this.#outlineIn(block);
    for (const block of this.#touchedBy(id)) this.#outlineIn(block);
  }

  showPassing(name: PassingHighlight, ranges: readonly Stretch[]): void {
    this.#passing.set(name, ranges);
    this.#placePassing(name, ranges);
  }

  annotationsAt(offset: number): readonly Annotation[] {
    return this.#annotated.at(offset);
  }

  topOf(offset: number): number {
    const line =
      rangeOf(this.#article, offset, offset + 1) ?? rangeOf(this.#article, offset, offset);
    const box = line?.getClientRects()[0] ?? this.#article.getBoundingClientRect();
    return box.top - this.#article.getBoundingClientRect().top;
  }

  destroy(): void {
    this.#endWatching();
    this.#held.destroy();
    for (const { element } of this.#blocks) clearBlock(element);
    for (const name of this.#passing.keys()) setPassingHighlight(name, []);
    delete this.#article.dataset['paint'];
  }

  #moved(changes: ReadonlyMap<Element, boolean>): void {
    const moved = this.#blocks.filter(({ element }) => changes.has(element));
    for (const block of moved) block.isNear = changes.get(block.element) === true;
    this.#draw(moved);
  }

  #drawWaiting(): void {
    if (this.#waiting.size > 0) this.#draw([...this.#waiting]);
  }

  #draw(blocks: readonly DrawnBlock[]): void {
    const redrawn = blocks.filter((block) => this.#drawBlock(block));
    if (redrawn.length === 0) return;
    for (const [name, ranges] of this.#passing) this.#placePassing(name, ranges);
  }

  /** Whether its text nodes were touched. */
  #drawBlock(block: DrawnBlock): boolean {
    const looks = this.#looksOf(block);
    const drawn = JSON.stringify(looks);
    this.#waiting.delete(block);
    if (drawn === block.drawn) {
      if (this.#outlined !== null) this.#outlineIn(block);
      return false;
    }
    if (this.#held.isHeldIn(block.element)) {
      this.#waiting.add(block);
      return false;
    }
    block.drawn = drawn;
    block.marks = paintBlock(block.element, looks);
    this.#outlineIn(block);
    return true;
  }

  #looksOf(block: DrawnBlock): SegmentLook[] {
    if (!block.isNear || this.#paint === 'none') return [];
    return looksIn(block, this.#annotated.in(block.index), this.#userId);
  }

  #touchedBy(id: string | null): readonly DrawnBlock[] {
    const annotation = id === null ? undefined : this.#annotated.get(id);
    if (annotation === undefined) return [];
    return this.#annotated
      .touchedBy(annotation.target)
      .flatMap((index) => this.#blocks[index] ?? []);
  }

  #outlineIn({ marks }: DrawnBlock): void {
    const outlined = this.#outlined === null ? undefined : this.#annotated.get(this.#outlined);
    for (const mark of marks) outlineMark(mark, outlined?.target);
  }

  #placePassing(name: PassingHighlight, ranges: readonly Stretch[]): void {
    const placed = ranges.flatMap(({ start, end }) => rangeOf(this.#article, start, end) ?? []);
    setPassingHighlight(name, placed);
  }
}

function bareBlocks(article: HTMLElement, blocks: readonly Block[]): DrawnBlock[] {
  const elements = new Map(blockElements(article).map((found) => [startOfBlock(found), found]));
  return blocks
    .flatMap(({ start, end }) => {
      const element = elements.get(start);
      return element === undefined ? [] : [{ element, start, end }];
    })
    .map((found, index) => ({ ...found, index, marks: [], drawn: BARE, isNear: false }));
}

function outlineMark({ element, start, end }: PaintedMark, target: Stretch | undefined): void {
  if (target === undefined || start >= target.end || end <= target.start) {
    element.removeAttribute('data-outlined');
    return;
  }
  const ends = [start === target.start && 'start', end === target.end && 'end'];
  element.setAttribute('data-outlined', ends.filter(Boolean).join(' '));
}
