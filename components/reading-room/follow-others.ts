import { blockElements, startOfBlock } from '#lib/client/dom-offsets.ts';
import { BAR_HEIGHT } from './first-visible-offset.ts';
import { letFocusGoOn } from './focus-goes-on.ts';
import { gathered } from './gathered.ts';
import { newsSince, wordsOfNews } from './live-changes.ts';
import type { Passage, Room } from './room.ts';

const REST = 1000;
const GAP = 10_000;

type Followed = Pick<Room, 'page' | 'records' | 'settings' | 'state'>;

/** Says, to who listens to the page, what others add and whether the connection holds; keeps the focus from what they delete. Returns what ends it. */
export function followOthers(room: Followed): () => void {
  const endings = [sayChanges(room), sayConnection(room), letFocusGoOn(room)];
  return () => {
    for (const end of endings) end();
  };
}

/** Together, at most once in ten seconds, unless it is silenced. */
function sayChanges({ page, records, settings, state }: Followed): () => void {
  let said = records.all.get();
  const tell = (): boolean => {
    const now = { all: records.all.get(), shown: records.shown.get() };
    const news = settings.saysChanges.get() ? newsSince(said, now, page.user.id) : [];
    said = now.all;
    if (news.length === 0) return false;
    state.announced.set(wordsOfNews(news, passageInView(state.article.get())));
    return true;
  };
  const gathering = gathered(tell, { rest: REST, gap: GAP });
  const end = records.all.subscribe(() => {
    // What is there when one comes is no news.
    if (records.saving.get().kind === 'connecting') said = records.all.get();
    else gathering.changed();
  });
  return () => {
    end();
    gathering.end();
  };
}

/** What the chip shows, without its every word. */
function sayConnection({ records: { saving }, state }: Followed): () => void {
  let wasOffline = false;
  return saving.subscribe(() => {
    const { kind } = saving.get();
    const isOffline = kind === 'offline';
    if (isOffline && !wasOffline)
      state.announced.set('No connection. You can go on; what you do is kept on this device.');
    if (wasOffline && kind === 'saved')
      state.announced.set('Connected again, everything is saved.');
    if (isOffline || kind === 'saved') wasOffline = isOffline;
  });
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
