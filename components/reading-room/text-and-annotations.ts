import type { Room } from './room.ts';

/** The landmark of all that is said beside the text, whatever form it has in this window. */
const ANNOTATIONS = '[data-annotations]';
/** Not the summaries of paragraphs, which stand nowhere while unseen. */
const FOCUSABLE = 'a[href], button:not([disabled], [tabindex]), [tabindex="-1"]:not(button)';

interface Left {
  element: HTMLElement;
  scrollY: number;
}

/** Where one was in the text when one went to the annotations. */
let left: Left | null = null;

/** From the text to what is beside the line that is read, and back to the very place. */
export function goBetween(room: Room): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement.closest(ANNOTATIONS) !== null) return goToText(room);
  const found = nearestInView();
  if (found === null) {
    room.state.announced.set('There are no annotations here.');
    return;
  }
  const element = activeElement instanceof HTMLElement ? activeElement : null;
  left = { element: element ?? document.body, scrollY: window.scrollY };
  found.focus({ preventScroll: true });
}

export function goToText({ state }: Room): void {
  const article = state.article.get();
  const from =
    left?.element.isConnected === true && left.element !== document.body ? left.element : article;
  from?.focus({ preventScroll: true });
  if (left !== null) window.scrollTo({ top: left.scrollY, behavior: 'instant' });
  left = null;
}

/** What is open, else the first in the window. */
function nearestInView(): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(`${ANNOTATIONS} :is(${FOCUSABLE})`)];
  const open = all.find((one) => one.closest('[data-active="true"]') !== null);
  return open ?? all.find(isInView) ?? null;
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return (
    width > 0 && bottom > 0 && top < window.innerHeight && element.dataset['back'] === undefined
  );
}
