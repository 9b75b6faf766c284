import { lastStartingBy } from '../anchor/last-starting-by.ts';
import type { Stretch } from './annotated-blocks.ts';
import { blockElements, startOfBlock } from './block-index.ts';

/** What is this near has to be told, and so much is told with it, in screens beyond the window's edges. */
const [NEEDED, TOLD] = [1, 1.5];

/**
 * Tells which text lies within about a screen of the window, in whole blocks, at first and whenever other text comes near.
 * Half a screen more is told at once, so that scrolling changes the page now and then and not in every frame. Returns what ends it.
 */
export function watchNearText(article: HTMLElement, onChange: (near: Stretch) => void): () => void {
  const blocks = blockElements(article);
  let told = { first: 0, end: 0 };
  const observer = new IntersectionObserver(
    () => {
      if (!article.checkVisibility()) return;
      const needed = blocksWithin(blocks, NEEDED);
      if (told.first <= needed.first && needed.end <= told.end) return;
      told = blocksWithin(blocks, TOLD);
      observe();
      onChange(textOf(blocks, told));
    },
    { rootMargin: `${NEEDED * 100}% 0px` },
  );
  // The browser looks at all that is observed whenever the layout changes. What is near and its neighbours do: they come or go first.
  const observe = (): void => {
    observer.disconnect();
    observer.observe(article);
    const around = blocks.slice(Math.max(0, told.first - 1), told.end + 1);
    for (const block of around) observer.observe(block);
  };
  observe();
  return () => observer.disconnect();
}

/** From `first` up to, but without, `end`. Blocks stand one below the other, so a few are looked at to find them. */
function blocksWithin(
  blocks: readonly HTMLElement[],
  screens: number,
): { first: number; end: number } {
  const beyond = screens * innerHeight;
  const lastAbove = (line: number): number =>
    lastStartingBy(blocks, line, (block) => block.getBoundingClientRect().top);
  return { first: Math.max(0, lastAbove(-beyond)), end: lastAbove(innerHeight + beyond) + 1 };
}

function textOf(
  blocks: readonly HTMLElement[],
  { first, end }: { first: number; end: number },
): Stretch {
  const startOf = (index: number): number => {
    const block = blocks[index];
    return block === undefined ? Infinity : startOfBlock(block);
  };
  return { start: startOf(first), end: startOf(end) };
}
