import type { ColumnItem, Folding } from './column-item.ts';
import { STACK_HEIGHT } from './card-flow.ts';
import { covered, type Placed, type Placing, placeCards } from './place-cards.ts';

/** Where something stood after the last placing. Px. */
interface Stood {
  top: number;
  height: number;
}

interface Given {
  /** The same object for as long as they are the same. */
  items: readonly ColumnItem[];
  /** The key of the one that is open. */
  active: string | null;
  /** Changes with what I do: then everything is measured and placed anew, else what is in view stays. */
  deed: string;
  topOf(offset: number): number;
}

/** Where everything is to stand. */
interface Plan {
  of: Given;
  /** Of the column, below the window's top. */
  top: number;
  placed: readonly Placed[];
  placing: Placing;
  folding: Folding;
}

/**
 * Places the children of one column. Remembers how tall each is and was at rest, where it stood, and where its words are until the
 * text is laid out anew. How tall they are it is told once the browser knows, so that nothing is laid out only to be measured;
 * until then a new one is not to be seen.
 */
export class ColumnLayout {
  readonly #heights = new Map<string, number>();
  readonly #rest = new Map<string, number>();
  #stood = new Map<string, Stood>();
  #anchors = new Map<number, number>();
  #deed: string | null = null;
  #active: string | null = null;
  #plan: Plan | null = null;

  /** The text is laid out anew: nothing of what was known of places holds. */
  textMoved(): void {
    this.#anchors.clear();
    this.#deed = null;
    this.#plan = null;
  }

  /** What a child's size is now. To be told while the browser has the page laid out. */
  measure({ dataset, offsetHeight: height }: HTMLElement): void {
    const { key } = dataset;
    if (key === undefined) return;
    if (key !== this.#active) this.#rest.set(key, height);
    if (this.#heights.get(key) === height) return;
    this.#heights.set(key, height);
    this.#plan = null;
  }

  place(column: HTMLElement, given: Given): Folding {
    const elements = elementsOf(column);
    this.#active = given.active;
    if (given.deed !== this.#deed) for (const child of elements.values()) this.measure(child);
    const { items, deed } = this.#plan?.of ?? {};
    const plan =
      this.#plan !== null && items === given.items && deed === given.deed
        ? this.#plan
        : this.#planned(column, elements, given);
    this.#deed = given.deed;
    this.#plan = plan;
    this.#write(column, elements, plan);
    return plan.folding;
  }

  #planned(column: HTMLElement, elements: ReadonlyMap<string, HTMLElement>, given: Given): Plan {
    const isMine = given.deed !== this.#deed;
    const top = column.getBoundingClientRect().top;
    const placed = given.items.map((item) => {
      const stood = isMine ? undefined : this.#stood.get(item.key);
      return this.#placedOf(item, given, { element: elements.get(item.key), stood, top });
    });
    const placing = placeCards(placed);
    const plan = { of: given, top, placed, placing };
    return { ...plan, folding: foldingOf(plan) };
  }

  #placedOf(
    item: ColumnItem,
    given: Given,
    at: { element: HTMLElement | undefined; stood: Stood | undefined; top: number },
  ): Placed {
    const { element, stood } = at;
    const anchor = this.#anchorOf(item.offset, given);
    const isActive = item.key === given.active;
    const rest = this.#rest.get(item.key) ?? item.likely;
    // Also where its words begin earlier now, for somebody answered a longer passage: the text itself has not moved.
    const top = stood?.top ?? null;
    const isSeen = stood !== undefined && isInWindow(at.top + stood.top, stood.height);
    const isHeld = element?.matches(':hover, :focus-within') === true && top !== null;
    return {
      anchor,
      height: (element && this.#heights.get(item.key)) ?? rest,
      rest: item.kind === 'open' ? null : rest,
      fixed: item.kind === 'tally',
      stays: isActive || isHeld || isSeen ? top : null,
      held: item.kind !== 'tally' && (isActive || isHeld),
    };
  }

  #write(
    column: HTMLElement,
    elements: ReadonlyMap<string, HTMLElement>,
    { of: { items }, top: begin, placed, placing, folding }: Plan,
  ): void {
    const under = covered(placed, placing);
    const stood = new Map<string, Stood>();
    items.forEach(({ key }, index) => {
      const top = placing.tops[index] ?? null;
      const element = elements.get(key);
      const height = placed[index]?.height ?? 0;
      if (top === null || element === undefined || !this.#heights.has(key)) return;
      stood.set(key, { top, height });
      put(element, top, isInWindow(begin + top, height));
      cover(element, under[index] === true);
    });
    this.#stood = stood;
    for (const [index, { key }] of folding.stacks.entries()) {
      const element = elements.get(key);
      const { top } = placing.stacks[index] ?? { top: 0 };
      if (element !== undefined) put(element, top, isInWindow(begin + top, STACK_HEIGHT));
    }
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

function foldingOf({ of: { items }, top: begin, placed, placing }: Omit<Plan, 'folding'>): Folding {
  const { tops, stacks } = placing;
  const keyOf = (index: number): string => items[index]?.key ?? '';
  const keysOf = (isMeant: (top: number, height: number) => boolean): Set<string> =>
    new Set(
      items.flatMap(({ key }, index) => {
        const top = tops[index] ?? null;
        return top !== null && isMeant(begin + top, placed[index]?.height ?? 0) ? [key] : [];
      }),
    );
  return {
    shown: keysOf(() => true),
    inView: keysOf(isInWindow),
    stacks: stacks.map(({ members }) => ({
      key: stackKey(keyOf(members[0] ?? -1)),
      members: members.map(keyOf),
    })),
  };
}

/** In view they fade in and glide; out of view they are there at once, as each would be a picture a frame that nobody sees. */
function put({ style, dataset }: HTMLElement, top: number, isSeen: boolean): void {
  style.top = `${top}px`;
  const placed = isSeen ? 'in view' : 'out of view';
  if (dataset['placed'] !== placed) dataset['placed'] = placed;
}

function cover({ dataset }: HTMLElement, isCovered: boolean): void {
  if (dataset['covered'] !== String(isCovered)) dataset['covered'] = String(isCovered);
}

const stackKey = (first: string): string => `stack ${first}`;
