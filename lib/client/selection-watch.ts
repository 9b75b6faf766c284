import { selectionIn } from './selection-in.ts';

/** UTF-16 offsets, half-open; `rect` in CSS pixels of the window. */
export interface WatchedSelection {
  start: number;
  end: number;
  rect: DOMRect;
  how: Chosen;
}

/** By a pointer that was roughly there; or letter by letter: by keys, or with Alt held when the mouse was released. */
type Chosen = 'mouse' | 'touch' | 'letters';

/** How long a selection made by touch must rest: handles are dragged without pointer events. In ms. */
const REST = 250;

/**
 * Calls back with what is selected in the article, or null when nothing is any more: with a mouse at the end of the
 * drag, by touch after a rest, by keyboard at once. Says nothing while a field has the focus. Returns what ends it.
 */
export function watchSelection(
  article: HTMLElement,
  onChange: (selection: WatchedSelection | null) => void,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let isMouseDown = false;
  let byTouch = false;
  let how: Chosen = 'letters';
  let resting: ReturnType<typeof setTimeout> | undefined;
  let told = 'null';

  const tell = (): void => {
    if (isInField()) return;
    const selected = selectionIn(article);
    const key = JSON.stringify(selected);
    if (key === told) return;
    told = key;
    onChange(selected && { ...selected, rect: selectionRect(), how });
  };
  const settle = (): void => {
    clearTimeout(resting);
    if (isMouseDown) return;
    resting = setTimeout(tell, byTouch ? REST : 0);
  };
  const press = ({ pointerType }: PointerEvent): void => {
    byTouch = pointerType !== 'mouse';
    isMouseDown = !byTouch;
    how = byTouch ? 'touch' : 'mouse';
    // What is chosen now is told, be it the very words of before: whoever was told may have let go of them.
    told = '';
  };
  const release = ({ altKey }: PointerEvent): void => {
    isMouseDown = false;
    if (altKey) how = 'letters';
    settle();
  };
  // A key can be faster than the timer: what is selected is told before anyone acts on the key.
  const hurry = (): void => {
    byTouch = false;
    clearTimeout(resting);
    if (isMouseDown) return;
    tell();
    how = 'letters';
  };

  document.addEventListener('selectionchange', settle, { signal });
  document.addEventListener('pointerdown', press, { signal, capture: true });
  document.addEventListener('pointerup', release, { signal, capture: true });
  document.addEventListener('pointercancel', release, { signal, capture: true });
  document.addEventListener('keydown', hurry, { signal, capture: true });
  return () => {
    clearTimeout(resting);
    listening.abort();
  };
}

function selectionRect(): DOMRect {
  return document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
}

function isInField(): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches('input, textarea, select'))
  );
}
