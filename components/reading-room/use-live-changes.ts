import { useEffect } from 'react';
import { blockElements, startOfBlock } from '#lib/client/dom-offsets.ts';
import { BAR_HEIGHT } from './first-visible-offset.ts';
import { gathered } from './gathered.ts';
import { newsSince, wordsOfNews } from './live-changes.ts';
import type { Passage, Room } from './room.ts';

const REST = 1000;
const GAP = 10_000;

/** Says what others add, to who listens to the page: together, at most once in ten seconds, unless it is silenced. */
export function useLiveChanges({ page, records, settings, state }: Room): void {
  const me = page.user.id;
  useEffect(() => {
    let said = records.all.get();
    const tell = (): boolean => {
      const now = { all: records.all.get(), shown: records.shown.get() };
      const news = settings.saysChanges.get() ? newsSince(said, now, me) : [];
      said = now.all;
      if (news.length === 0) return false;
      state.announced.set(wordsOfNews(news, passageInView(state.article.get())));
      return true;
    };
    const gathering = gathered(tell, { rest: REST, gap: GAP });
    const follow = (): void => {
      // What is there when one comes is no news.
      if (records.saving.get().kind === 'connecting') said = records.all.get();
      else gathering.changed();
    };
    const end = records.all.subscribe(follow);
    return () => {
      end();
      gathering.end();
    };
  }, [me, records, settings, state]);
}

/** From the first to the last paragraph of which something is in the window. */
function passageInView(article: HTMLElement | null): Passage | null {
  if (article === null) return null;
  const blocks = blockElements(article);
  const boxes = blocks.map((block) => block.getBoundingClientRect());
  const first = boxes.findIndex(({ bottom }) => bottom > BAR_HEIGHT);
  const below = boxes.findIndex(({ top }) => top >= window.innerHeight);
  const [start, end] = [blocks[first], blocks[below]];
  if (start === undefined || first === below) return null;
  return { start: startOfBlock(start), end: end === undefined ? Infinity : startOfBlock(end) };
}
