import { cursorAt } from '#lib/anchor/cursor.ts';
import { offsetAtLine } from '#components/reading-room/first-visible-offset.ts';
import { pickedId } from '#components/reading-room/open-in-margin.ts';
import { onOwnScrolling } from '#components/reading-room/own-scrolling.ts';
import { passageInHand } from '#components/reading-room/passage-in-hand.ts';
import type { Passage, Room } from '#components/reading-room/room.ts';

/** How long the page has to rest before what is in view is looked at. Milliseconds. */
const REST = 200;
/** Where in the window one reads, as a part of its height. */
const READING_LINE = 1 / 3;

/**
 * Keeps `state.considered` at the passage in view: at what was chosen last (selected, come to by keys, opened, led to), and from when
 * the reader scrolls on at the sentence at the reading line. Gives what ends it.
 */
export function followPassage(room: Room): () => void {
  const { considered, cursor, opened, selection } = room.state;
  const listening = new AbortController();
  const { signal } = listening;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isChosen = false;
  let scrollsOn = false;

  const choose = (passage: Passage | null): void => {
    if (passage !== null) considered.set(passage);
  };
  const look = (): void => {
    if (isChosen) return;
    const inView = sentenceInView(room);
    if (inView?.start === considered.get()?.start) return;
    considered.set(inView);
    isChosen = false;
  };
  const rest = (): void => {
    if (scrollsOn) isChosen = false;
    clearTimeout(resting);
    resting = setTimeout(look, REST);
  };
  const takeInHand = (): void => choose(passageInHand(room));
  const takeOpened = (): void => choose(openedPassage(room));
  const endings = [
    considered.subscribe(() => {
      isChosen = true;
      scrollsOn = false;
    }),
    cursor.subscribe(takeInHand),
    selection.subscribe(takeInHand),
    opened.subscribe(takeOpened),
  ];
  onOwnScrolling(() => {
    scrollsOn = true;
  }, signal);
  window.addEventListener('scroll', rest, { signal, passive: true });
  window.addEventListener('resize', rest, { signal });
  choose(passageInHand(room) ?? openedPassage(room));
  look();
  return () => {
    clearTimeout(resting);
    listening.abort();
    for (const end of endings) end();
    considered.set(null);
  };
}

/** The text's last sentence where it ends above the reading line. */
function sentenceInView({ page, state }: Room): Passage | null {
  const article = state.article.get();
  if (article === null) return null;
  const offset = offsetAtLine(article, window.innerHeight * READING_LINE) ?? page.text.length;
  return cursorAt(page.blocks, offset);
}

function openedPassage({ records, state }: Room): Passage | null {
  const id = pickedId(state.opened.get());
  return records.shown.get().annotations.get(id ?? '')?.target ?? null;
}
