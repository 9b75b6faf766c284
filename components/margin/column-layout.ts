import type { ColumnItem, Folding } from './column-item.ts';
import { covered, type Placed, type Placing, placeCards } from './place-cards.ts';

/** Where something stood after the last placing. Px. */
interface Stood {
  top: number;
  height: number;
}

interface Given {
  items: readonly ColumnItem[];
  /** The key of the one that is open. */
  active: string | null;
  /** Changes with what I do: then everything is placed anew, else what is in view stays. */
  deed: string;
  topOf(offset: number): number;
}

/**
 * Measures and places the children of one column: reads first, then writes. Remembers how tall each was at rest, where it stood, and
 * where its words are until the text is laid out anew.
 */
export class ColumnLayout {
  readonly #rest = new Map<string, number>();
  #stood = new Map<string, Stood>();
  #anchors = new Map<number, number>();
  #deed: string | null = null;

  /** The text is laid out anew: nothing of what was known of places holds. */
  textMoved(): void {
    this.#anchors.clear();
    this.#deed = null;
  }

  place(column: HTMLElement, given: Given): Folding {
    const isMine = given.deed !== this.#deed;
    this.#deed = given.deed;
    const elements = elementsOf(column);
    const top = column.getBoundingClientRect().top;
    const heights = new Map([...elements].map(([key, element]) => [key, element.offsetHeight]));
    const placed = given.items.map((item) => {
      const element = elements.get(item.key);
      const height = heights.get(item.key) ?? this.#rest.get(item.key) ?? item.likely;
      if (item.key !== given.active && element !== undefined) this.#rest.set(item.key, height);
      const anchor = this.#anchorOf(item.offset, given);
      return this.#placedOf({ item, element, anchor, height, top }, given.active, isMine);
    });
    const placing = placeCards(placed);
    const folding = foldingOf(given.items, placing);
    this.#write(column, elements, { given, placed, placing });
    writeStacks(elements, folding, placing);
    return folding;
  }

  #placedOf(
    at: {
      item: ColumnItem;
      element: HTMLElement | undefined;
      anchor: number;
      height: number;
      top: number;
    },
    active: string | null,
    isMine: boolean,
  ): Placed {
    const { item, element, anchor, height } = at;
    const isActive = item.key === active;
    const stood = isMine ? undefined : this.#stood.get(item.key);
    // Also where its words begin earlier now, for somebody answered a longer passage: the text itself has not moved.
    const top = stood?.top ?? null;
    const isSeen = stood !== undefined && isInWindow(at.top + stood.top, stood.height);
    const isHeld = element?.matches(':hover, :focus-within') === true && top !== null;
    return {
      anchor,
      height,
      rest: item.kind === 'open' ? null : (this.#rest.get(item.key) ?? item.likely),
      fixed: item.kind === 'tally',
      stays: isActive || isHeld || isSeen ? top : null,
      held: item.kind !== 'tally' && (isActive || isHeld),
    };
  }

  #write(
    column: HTMLElement,
    elements: ReadonlyMap<string, HTMLElement>,
    { given, placed, placing }: { given: Given; placed: readonly Placed[]; placing: Placing },
  ): void {
    const under = covered(placed, placing);
    const stood = new Map<string, Stood>();
    given.items.forEach(({ key }, index) => {
      const top = placing.tops[index] ?? null;
      const element = elements.get(key);
      const height = placed[index]?.height ?? 0;
      if (top === null || element === undefined) return;
      stood.set(key, { top, height });
      put(element, top);
      element.dataset['covered'] = String(under[index]);
    });
    this.#stood = stood;
    const ends = [...stood.values()].map(({ top, height }) => top + height);
    column.style.minHeight = ends.length === 0 ? '' : `${Math.max(...ends)}px`;
  }

  #anchorOf(offset: number, { topOf }: Given): number {
    const known = this.#anchors.get(offset);
    if (known !== undefined) return known;
    const anchor = topOf(offset);
    this.#anchors.set(offset, anchor);
    return anchor;
  }
}

function elementsOf(column: HTMLElement): Map<string, HTMLElement> {
  const children = [...column.children].filter((child) => child instanceof HTMLElement);
  return new Map(
    children.flatMap((child) => {
      const key = child.dataset['key'];
      return key === undefined ? [] : [[key, child]];
    }),
  );
}

function isInWindow(top: number, height: number): boolean {
  return top + height > 0 && top < window.innerHeight;
}

function foldingOf(items: readonly ColumnItem[], { tops, stacks }: Placing): Folding {
  const keyOf = (index: number): string => items[index]?.key ?? '';
  return {
    shown: new Set(items.flatMap(({ key }, index) => (tops[index] === null ? [] : [key]))),
    stacks: stacks.map(({ members }) => ({
      key: stackKey(keyOf(members[0] ?? -1)),
      members: members.map(keyOf),
    })),
  };
}

function writeStacks(
  elements: ReadonlyMap<string, HTMLElement>,
  folding: Folding,
  { stacks }: Placing,
): void {
  folding.stacks.forEach(({ key }, index) => {
    const element = elements.get(key);
    if (element !== undefined) put(element, stacks[index]?.top ?? 0);
  });
}

function put({ style, dataset }: HTMLElement, top: number): void {
  style.top = `${top}px`;
  dataset['placed'] = '';
}

const stackKey = (first: string): string => `stack ${first}`;
