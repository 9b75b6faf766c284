import { lastStartingBy } from '../anchor/last-starting-by.ts';

/** The blocks of one article, in the order of the text. */
interface BlockIndex {
  elements: readonly HTMLElement[];
  /** The offset (UTF-16) of each one's first character. */
  starts: readonly number[];
}

const known = new WeakMap<HTMLElement, BlockIndex>();

/** The article's blocks: elements with `data-start`. They are looked for once, as static text gets no new ones. */
export function blockElements(article: HTMLElement): readonly HTMLElement[] {
  return blockIndexOf(article).elements;
}

export function startOfBlock(block: HTMLElement): number {
  return Number(block.dataset['start']);
}

/** The block that holds the offset, or the last before it; undefined before the first. */
export function blockBefore(article: HTMLElement, offset: number): HTMLElement | undefined {
  const { elements, starts } = blockIndexOf(article);
  return elements[lastStartingBy(starts, offset, (start) => start)];
}

function blockIndexOf(article: HTMLElement): BlockIndex {
  const before = known.get(article);
  if (before !== undefined && isStillIn(article, before)) return before;
  const elements = [...article.querySelectorAll<HTMLElement>('[data-start]')];
  const index = { elements, starts: elements.map(startOfBlock) };
  known.set(article, index);
  return index;
}

/** Another text in the same article (and an article that was empty) is indexed anew. */
function isStillIn(article: HTMLElement, { elements }: BlockIndex): boolean {
  const [first, last] = [elements[0], elements.at(-1)];
  return first !== undefined && article.contains(first) && article.contains(last ?? null);
}
