import { blockAt } from '../anchor/block-at.ts';
import type { Annotation } from '../annotation/record.ts';
import type { Block } from '../article/document.ts';
import { counts } from '../insight/insight-of.ts';
import { blockElements, startOfBlock } from './block-index.ts';
import { blockSummaryIdOf } from './mark-details.ts';

/** A button for each block with marks, that says how many begin there; for who cannot see them. */
export interface BlockSummaries {
  show(annotations: Iterable<Annotation>): void;
  destroy(): void;
}

/** What begins in a block. */
export interface BlockSummary {
  marks: number;
  comments: number;
}

interface Options {
  article: HTMLElement;
  blocks: readonly Block[];
  /** As a button says it: "12 marks, 2 comments in paragraph 8". */
  wordsOf: (block: number, summary: BlockSummary) => string;
  open: (block: number) => void;
}

/**
 * The buttons stand in `list`, out of the Tab order, whether their block is drawn or not; the block's `aria-details`
 * names its own. They are made when the first marks are shown, and nothing is written that is right already.
 */
export function createBlockSummaries(list: HTMLElement, options: Options): BlockSummaries {
  const { article, blocks, wordsOf, open } = options;
  const elements = new Map(blockElements(article).map((found) => [startOfBlock(found), found]));
  const buttons: HTMLButtonElement[] = [];
  let told: ReadonlyMap<number, BlockSummary> = new Map();

  const make = (): void => {
    const items = blocks.map((_, block) => {
      const button = summaryButton(block, () => open(block));
      buttons.push(button);
      const item = document.createElement('li');
      item.hidden = true;
      item.append(button);
      return item;
    });
    list.replaceChildren(...items);
  };
  const tell = (block: number, summary: BlockSummary | undefined): void => {
    const [button, element] = [buttons[block], elements.get(blocks[block]?.start ?? -1)];
    if (button === undefined || element === undefined) return;
    const words = summary === undefined ? '' : wordsOf(block, summary);
    button.textContent = words;
    (button.parentElement as HTMLElement).hidden = words === '';
    if (words === '') element.removeAttribute('aria-details');
    else element.setAttribute('aria-details', button.id);
  };
  return {
    show(annotations) {
      const summaries = summariesOf(annotations, blocks);
      if (summaries.size > 0 && buttons.length === 0) make();
      for (const block of buttons.keys())
        if (!isSame(summaries.get(block), told.get(block))) tell(block, summaries.get(block));
      told = summaries;
    },
    destroy() {
      list.replaceChildren();
      for (const element of elements.values()) element.removeAttribute('aria-details');
    },
  };
}

function summaryButton(block: number, open: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = blockSummaryIdOf(block);
  button.tabIndex = -1;
  button.addEventListener('click', open);
  return button;
}

function isSame(a: BlockSummary | undefined, b: BlockSummary | undefined): boolean {
  return a?.marks === b?.marks && a?.comments === b?.comments;
}

function summariesOf(
  annotations: Iterable<Annotation>,
  blocks: readonly Block[],
): Map<number, BlockSummary> {
  const summaries = new Map<number, BlockSummary>();
  for (const annotation of annotations) {
    const block = blockAt(blocks, annotation.target.start)?.index;
    if (block === undefined || !counts(annotation)) continue;
    const summary = summaries.get(block) ?? { marks: 0, comments: 0 };
    summaries.set(block, summary);
    summary.marks += 1;
    if (annotation.comment !== null) summary.comments += 1;
  }
  return summaries;
}
