import type { Page } from 'playwright-core';

export interface PointOnPage {
  x: number;
  y: number;
}

/** Where the words begin and end in the window, brought into view first. Throws when they are not in the article. */
export async function boundsOfWords(
  page: Page,
  words: string,
): Promise<{ from: PointOnPage; to: PointOnPage }> {
  return page.evaluate((sought) => {
    const article = document.querySelector('article');
    if (article === null) throw new Error('there is no article');
    const range = rangeOfWords(article, sought);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const first = rects[0];
    const last = rects.at(-1);
    if (first === undefined || last === undefined) throw new Error('the words are not drawn');
    return {
      from: { x: first.left + 0.5, y: first.top + first.height / 2 },
      to: { x: last.right - 0.5, y: last.top + last.height / 2 },
    };

    function rangeOfWords(root: Element, text: string): Range {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let whole = '';
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        nodes.push({ node, start: whole.length });
        whole += node.textContent ?? '';
      }
      const at = whole.indexOf(text);
      if (at < 0) throw new Error(`“${text}” is not in the article`);
      const placed = document.createRange();
      const start = nodes.findLast((one) => one.start <= at);
      const end = nodes.findLast((one) => one.start < at + text.length);
      if (start === undefined || end === undefined) throw new Error('the article is empty');
      placed.setStart(start.node, at - start.start);
      placed.setEnd(end.node, at + text.length - end.start);
      return placed;
    }
  }, words);
}

/** Selects the words as a person does: presses, drags, lets go. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await boundsOfWords(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Sets the selection as a phone's handles do: without pointer events of ours. */
export async function selectByHandles(page: Page, words: string): Promise<void> {
  await boundsOfWords(page, words);
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(
      document.querySelector('article')!,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode() !== null) {
      const at = walker.currentNode.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      document
        .getSelection()
        ?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + sought.length);
      return;
    }
    throw new Error('the words are not in one piece');
  }, words);
}

/** The words of every mark in the article, in the order of the text, parted by |. */
export async function markedWords(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article mark')].map((mark) => mark.textContent).join('|'),
  );
}

/** The words that a passing highlight (`cursor`, `remote`) lies on. */
export async function passingWords(page: Page, name: string): Promise<string> {
  return page.evaluate((highlight) => {
    const ranges = [...(CSS.highlights.get(`postil-${highlight}`) ?? [])];
    return ranges.map((range) => (range instanceof Range ? range.toString() : '')).join('|');
  }, name);
}
