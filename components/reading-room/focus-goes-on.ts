import { cursorAt } from '#lib/anchor/cursor.ts';
import type { Annotation, Reply } from '#lib/annotation/record.ts';
import { counts } from '#lib/insight/insight-of.ts';
import { keyOfCard } from '#lib/client/mark-details.ts';
import type { Room } from './room.ts';

/** Where the focus is beside the text, and what it is about. */
interface Focused {
  element: Element;
  about: Annotation | Reply;
  /** Where the passage begins. UTF-16. */
  offset: number;
  /** What stands around it in its card, the nearest first. */
  around: readonly Element[];
  byKeys: boolean;
}

type Focusing = Pick<Room, 'page' | 'records' | 'state'>;

/**
 * When somebody else deletes what has the focus, the browser would let it fall to the page's beginning: it goes to what is left of
 * the card, else to the passage in the text, without scrolling, and that is said. Returns what ends it.
 */
export function letFocusGoOn(room: Focusing): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let focused: Focused | null = null;
  const observer = new MutationObserver(() => {
    const lost = focused;
    if (lost === null || lost.element.isConnected) return;
    leave();
    // After whatever gives the focus back when I closed or deleted it myself.
    requestAnimationFrame(() => goOn(room, lost));
  });
  const leave = (): void => {
    focused = null;
    observer.disconnect();
  };
  const enter = ({ target }: FocusEvent): void => {
    leave();
    const beside = target instanceof Element ? target.closest('[data-annotations]') : null;
    focused = target instanceof Element && beside !== null ? focusedAt(room, target) : null;
    if (focused !== null && beside !== null)
      observer.observe(beside, { childList: true, subtree: true });
  };
  /** Some browsers tell of it while they take the element out. */
  const blur = ({ target }: FocusEvent): void =>
    queueMicrotask(() => {
      const isThere = target instanceof Element && target.isConnected;
      if (isThere && document.activeElement !== target && focused?.element === target) leave();
    });
  document.addEventListener('focusin', enter, { signal });
  document.addEventListener('focusout', blur, { signal });
  return () => {
    listening.abort();
    leave();
  };
}

function focusedAt({ records }: Focusing, element: Element): Focused | null {
  const card = element.closest('section');
  const owner =
    element.closest('[id^="card-"], [data-about]') ?? card?.querySelector('[id^="card-"]');
  const key = owner instanceof HTMLElement ? (owner.dataset['about'] ?? keyOfCard(owner.id)) : '';
  const { annotations, replies } = records.all.get();
  const reply = replies.get(key);
  const annotation = annotations.get(reply?.annotation ?? key);
  if (annotation === undefined) return null;
  return {
    element,
    about: reply ?? annotation,
    offset: annotation.target.start,
    around: around(element),
    byKeys: element.matches(':focus-visible'),
  };
}

function around(element: Element): Element[] {
  const found: Element[] = [];
  let next = element.parentElement?.closest('[role="comment"], section');
  while (next !== null && next !== undefined) {
    found.push(next);
    next = next.parentElement?.closest('[role="comment"], section');
  }
  return found;
}

function goOn(
  { page, records, state }: Focusing,
  { about, around, byKeys, offset }: Focused,
): void {
  const { activeElement } = document;
  const words = wordsOf(about, records.all.get());
  if (words === null || (activeElement !== null && activeElement !== document.body)) return;
  const left = around.map(focusableIn).find((one) => one !== null);
  if (left === undefined && byKeys) state.cursor.set(cursorAt(page.blocks, offset));
  (left ?? state.article.get())?.focus({ preventScroll: true });
  if (about.author !== page.user.id) state.announced.set(words);
}

function focusableIn(element: Element): HTMLElement | null {
  if (!element.isConnected) return null;
  const found = element.matches('[tabindex]')
    ? element
    : element.querySelector('[role="comment"][tabindex], li[tabindex]');
  return found instanceof HTMLElement ? found : null;
}

/** Null when it is there still. */
function wordsOf(
  about: Annotation | Reply,
  { annotations, replies }: ReturnType<Focusing['records']['all']['get']>,
): string | null {
  if ('annotation' in about) return replies.has(about.id) ? null : 'This reply was deleted.';
  const now = annotations.get(about.id);
  if (now !== undefined) return counts(now) ? null : 'This comment was taken back by its author.';
  return about.comment === null ? 'This mark was deleted.' : 'This comment was deleted.';
}
