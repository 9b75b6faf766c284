import type { Annotation } from '../annotation/record.ts';
import type { Block } from '../article/document.ts';
import { AnnotatedBlocks, type Stretch } from './annotated-blocks.ts';
import { clearBlock, type PaintedMark, paintBlock } from './block-painter.ts';
import { commonStretch } from './common-stretch.ts';
import { blockElements, rangeOf, startOfBlock } from './dom-offsets.ts';
import { type HeldSelection, watchHeldSelection } from './held-selection.ts';
import { type FiguresInWords, MarkFigures } from './mark-figures.ts';
import { describeMarks } from './mark-details.ts';
import { watchNearText } from './near-viewport.ts';
import { OutlineOverlay } from './outline-overlay.ts';
import type { PassingHighlight } from './passing-highlights.ts';
import { PassingRanges } from './passing-ranges.ts';
import { looksIn, type Viewer } from './segment-look.ts';

/** `marks`: tags, readers and mine; `heat`: how many readers; `disagreement`: how split their tags are; `none`: the bare text. */
export type Paint = 'marks' | 'heat' | 'disagreement' | 'none';

/** Annotations drawn over static HTML. Offsets are UTF-16 into the revision's canonical text. */
export interface HighlightLayer {
  /** All that is to be seen, by id. What is the same object as before costs nothing. */
  show(annotations: ReadonlyMap<string, Annotation>): void;
  setPaint(paint: Paint): void;
  /** Draws every block, not only those near the viewport: for who listens to the text. */
  drawWhole(whole: boolean): void;
  /** Outlines one whole annotation (hover or focus). */
  outline(id: string | null): void;
  /** Shows ranges for a moment; near the viewport; they stay in place when blocks are drawn anew. */
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
  options: HighlightLayerOptions,
): HighlightLayer {
  return new ArticleHighlights(article, options);
}

interface HighlightLayerOptions extends Viewer {
  blocks: readonly Block[];
  /** For heat and disagreement. */
  figuresInWords: FiguresInWords;
}

interface DrawnBlock extends Stretch {
  index: number;
  element: HTMLElement;
  marks: readonly PaintedMark[];
  /** Which looks are drawn, to leave alone a block that would look the same. */
  drawn: string;
}

const BARE = '[]';

class ArticleHighlights implements HighlightLayer {
  readonly #article: HTMLElement;
  readonly #viewer: Viewer;
  readonly #figures: MarkFigures;
  readonly #blocks: readonly DrawnBlock[];
  readonly #annotated: AnnotatedBlocks;
  readonly #held: HeldSelection;
  readonly #passing: PassingRanges;
  readonly #overlay: OutlineOverlay;
  readonly #endWatching: () => void;
  /** Blocks that changed while a selection was held in them. */
  readonly #waiting = new Set<DrawnBlock>();
  #near: Stretch = { start: 0, end: 0 };
  #paint: Paint = 'marks';
  #isWhole = false;
  #outlined: string | null = null;

  constructor(article: HTMLElement, { blocks, figuresInWords, ...viewer }: HighlightLayerOptions) {
    this.#article = article;
    this.#viewer = viewer;
    this.#figures = new MarkFigures(viewer, figuresInWords);
    this.#blocks = bareBlocks(article, blocks);
    this.#annotated = new AnnotatedBlocks(this.#blocks);
    this.#held = watchHeldSelection(() => this.#drawWaiting());
    this.#passing = new PassingRanges(article, () => this.#near);
    this.#overlay = new OutlineOverlay(article);
    this.#endWatching = watchNearText(article, (near) => this.#moved(near));
    article.dataset['paint'] = this.#paint;
  }

  show(annotations: ReadonlyMap<string, Annotation>): void {
    const changed = this.#annotated.show(annotations);
    this.#draw(
      this.#saysFigures() && this.#figures.follow(annotations.values())
        ? this.#blocks
        : [...changed].flatMap((index) => this.#blocks[index] ?? []),
    );
    this.#placeOutline();
  }

  setPaint(paint: Paint): void {
    this.#paint = paint;
    this.#article.dataset['paint'] = paint;
    if (this.#saysFigures()) this.#figures.follow(this.#annotated.all());
    this.#draw(this.#blocks);
  }

  drawWhole(whole: boolean): void {
    if (whole === this.#isWhole) return;
    this.#isWhole = whole;
    this.#draw(this.#blocks);
  }

  outline(id: string | null): void {
    this.#outlined = id;
    this.#placeOutline();
  }

  showPassing(name: PassingHighlight, ranges: readonly Stretch[]): void {
    this.#passing.show(name, ranges);
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
    this.#overlay.destroy();
    for (const { element } of this.#blocks) clearBlock(element);
    this.#passing.clear();
    delete this.#article.dataset['paint'];
  }

  #moved(near: Stretch): void {
    const before = this.#near;
    this.#near = near;
    this.#drawBlocks(this.#blocks.filter((block) => isIn(block, before) !== isIn(block, near)));
    this.#passing.placeAgain();
    this.#placeOutline();
  }

  #drawWaiting(): void {
    if (this.#waiting.size > 0) this.#draw([...this.#waiting]);
  }

  #draw(blocks: readonly DrawnBlock[]): void {
    if (this.#drawBlocks(blocks)) this.#passing.placeAgain();
  }

  /** Whether text nodes were touched. */
  #drawBlocks(blocks: readonly DrawnBlock[]): boolean {
    const held = this.#held.ends();
    return blocks.filter((block) => this.#drawBlock(block, held)).length > 0;
  }

  /** Whether its text nodes were touched. */
  #drawBlock(block: DrawnBlock, held: readonly Node[]): boolean {
    this.#waiting.delete(block);
    const isDrawn = this.#isDrawn(block);
    if (!isDrawn && block.drawn === BARE) return false;
    const annotations = isDrawn ? this.#annotated.in(block.index) : [];
    const looks = looksIn(block, annotations, this.#viewer);
    const drawn = JSON.stringify(looks);
    const isOther = drawn !== block.drawn;
    if (isOther && held.some((end) => block.element.contains(end))) {
      this.#waiting.add(block);
      return false;
    }
    if (isOther) block.marks = paintBlock(block.element, looks);
    block.drawn = drawn;
    const figuresOf = (stretch: Stretch): string =>
      this.#saysFigures() ? this.#figures.of(stretch, annotations) : '';
    describeMarks(block.marks, annotations, block.index, figuresOf);
    return isOther;
  }

  #saysFigures(): boolean {
    return this.#paint === 'heat' || this.#paint === 'disagreement';
  }

  #isDrawn(block: DrawnBlock): boolean {
    return this.#paint !== 'none' && (this.#isWhole || isIn(block, this.#near));
  }

  /** Of a long annotation, what is near: a frame has a box for each line. */
  #placeOutline(): void {
    const outlined = this.#outlined === null ? undefined : this.#annotated.get(this.#outlined);
    this.#overlay.show(outlined === undefined ? null : commonStretch(outlined.target, this.#near));
  }
}

function bareBlocks(article: HTMLElement, blocks: readonly Block[]): DrawnBlock[] {
  const elements = new Map(blockElements(article).map((found) => [startOfBlock(found), found]));
  return blocks
    .flatMap(({ start, end }) => {
      const element = elements.get(start);
      return element === undefined ? [] : [{ element, start, end }];
    })
    .map((found, index) => ({ ...found, index, marks: [], drawn: BARE }));
}

function isIn({ start }: DrawnBlock, near: Stretch): boolean {
  return near.start <= start && start < near.end;
}
