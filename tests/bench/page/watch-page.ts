/** What is measured within a page, put into it before its own scripts. Everything it needs stands inside. */
export function watchPage(): void {
  /** The name of the mark that Postil's session sets when it gives out records. */
  const RECORDS = 'postil:records:shared';
  const CARDS = 'main [data-key], main [data-block]';
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

  /** The end of the next frame, as far as the page's own thread has to do with it. */
  async function painted(): Promise<number> {
    await frame();
    const channel = new MessageChannel();
    await new Promise((resolve) => {
      channel.port1.addEventListener('message', resolve);
      channel.port1.start();
      channel.port2.postMessage(null);
    });
    return performance.now();
  }

  function isSeen(selector: string): boolean {
    return [...document.querySelectorAll(selector)].some((element) => {
      const { top, bottom, width } = element.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    });
  }

  async function when(isSo: () => boolean, patience: number): Promise<number> {
    const begun = performance.now();
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- frame by frame
      const end = await painted();
      if (isSo()) return end;
      if (end - begun > patience) return Infinity;
    }
  }

  const records = (): number => performance.getEntriesByName(RECORDS).at(-1)?.startTime ?? -1;

  /** The paragraphs' summaries are made when the browser is idle, and nobody waits for them. */
  function partOf(element: Element): 'text' | 'margin' | 'summaries' {
    if (element.closest('article[tabindex]') !== null) return 'text';
    return element.closest('[aria-label="Marks by paragraph"]') === null ? 'margin' : 'summaries';
  }

  const vitals = { lcp: 0, cls: 0, tbt: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) vitals.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      vitals.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) vitals.tbt += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });

  globalThis.pageWatch = {
    vitals,

    async firstPainted(patience) {
      const end = await when(
        () => records() >= 0 && isSeen('article mark') && isSeen(CARDS),
        patience,
      );
      return end - records();
    },

    async nextChange(patience) {
      const before = records();
      const changed = new Set<string>();
      const watch = new MutationObserver((mutations) => {
        if (records() <= before) return;
        for (const { target } of mutations) changed.add(partOf(target as Element));
      });
      watch.observe(document.querySelector('main') as Element, { subtree: true, childList: true });
      const end = await when(() => changed.has('text') && changed.has('margin'), patience);
      watch.disconnect();
      return end - records();
    },

    async peerPainted(deed, patience) {
      const before = globalThis.peer?.marksIn() ?? 0;
      const begun = performance.now();
      deed();
      const end = await when(() => (globalThis.peer?.marksIn() ?? 0) > before, patience);
      return end - begun;
    },

    async layerPainted(deed, patience) {
      let isChanged = false;
      const watch = new MutationObserver(() => (isChanged = true));
      const article = document.querySelector('article') as Element;
      watch.observe(article, { subtree: true, childList: true });
      const begun = performance.now();
      deed();
      const end = await when(() => isChanged && isSeen('article mark'), patience);
      watch.disconnect();
      return end - begun;
    },

    async scroll(step, frames) {
      const gaps: number[] = [];
      const way = document.documentElement.scrollHeight - innerHeight;
      const times = Math.min(frames, Math.floor(way / step));
      let last = await frame();
      for (let count = 0; count < times; count += 1) {
        window.scrollBy({ top: step, behavior: 'instant' });
        // oxlint-disable-next-line no-await-in-loop -- frame by frame
        const now = await frame();
        gaps.push(now - last);
        last = now;
      }
      return gaps;
    },

    keystrokes() {
      const times: number[] = [];
      document.addEventListener(
        'keydown',
        ({ timeStamp }) => void painted().then((end) => times.push(end - timeStamp)),
        { capture: true },
      );
      return times;
    },

    elements: () => document.querySelectorAll('article[tabindex] *').length,
  };
}

interface PageWatch {
  vitals: { lcp: number; cls: number; tbt: number };
  /** From the records to the frame with marks and cards. */
  firstPainted(patience: number): Promise<number>;
  /** The same for the next change that comes. */
  nextChange(patience: number): Promise<number>;
  /** From a deed to the frame with more marks of the peer. */
  peerPainted(deed: () => void, patience: number): Promise<number>;
  /** From a deed to the frame in which the article's marks have changed. */
  layerPainted(deed: () => void, patience: number): Promise<number>;
  /** Gaps between frames while the page scrolls, until its end. */
  scroll(step: number, frames: number): Promise<number[]>;
  /** From each key to its frame, from now on. */
  keystrokes(): number[];
  elements(): number;
}

/** A mark as the peers' pages take it. */
type PeerMark = { id: string; start: number; end: number; tag: string };

declare global {
  // oxlint-disable-next-line no-var -- the only way to type a property of globalThis
  var pageWatch: PageWatch;
  // oxlint-disable-next-line no-var -- the only way to type a property of globalThis
  var peer:
    | {
        showText(paragraphs: readonly string[]): void;
        hand(marks: readonly PeerMark[]): void;
        addOne(mark: PeerMark): void;
        marksIn(): number;
        hitTest(x: number, y: number): number;
      }
    | undefined;
}
