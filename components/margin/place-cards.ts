/** Space between two neighbours, in px. */
const GAP = 10;

/** One child of a column beside the text, in the order of the text. All in px. */
export interface Placed {
  /** Where it would like to begin. */
  anchor: number;
  height: number;
  /** How tall it is while nothing is open; null when it is only there because it is open. */
  rest: number | null;
  /** A tally: belongs to its paragraph and gives way to no open card. */
  fixed: boolean;
}

/**
 * Tops (px). While nothing is open each stands at its anchor or is pushed down by the one before. The active one stands at its
 * anchor, right below the tally of the same line; the cards before it move up, above 0 too where many are, those after it down,
 * until it is active no more. Tallies stay where they were: what then lies on one covers it (`covered`).
 */
export function placeCards(items: readonly Placed[], active: number | null = null): number[] {
  const tops = restingTops(items);
  const open = active === null ? undefined : items[active];
  if (active === null || open === undefined) return tops;
  // -1: no tally in its line.
  const own = items.findLastIndex(
    (item, at) => at < active && item.fixed && sharesLine(item, open),
  );
  const limit = items[own]?.anchor ?? open.anchor;
  if (own !== -1) tops[own] = limit;
  tops[active] = limit + heightAt(items, own);
  let free = limit;
  for (const at of cardsIn(items, 0, active).toReversed())
    free = tops[at] = Math.min(tops[at] ?? 0, free - heightAt(items, at) - GAP);
  free = tops[active] + open.height + GAP;
  for (const at of cardsIn(items, active + 1)) {
    tops[at] = Math.max(tops[at] ?? 0, free);
    free = tops[at] + heightAt(items, at) + GAP;
  }
  return tops;
}

/** Which tallies lie under a card. */
export function covered(items: readonly Placed[], tops: readonly number[]): boolean[] {
  return items.map((tally, at) => {
    const top = tops[at] ?? 0;
    return (
      tally.fixed &&
      items.some((card, other) => {
        const begin = tops[other] ?? 0;
        return !card.fixed && begin < top + tally.height && begin + card.height > top;
      })
    );
  });
}

function restingTops(items: readonly Placed[]): number[] {
  let free = 0;
  return items.map(({ anchor, rest }) => {
    if (rest === null) return anchor;
    const top = Math.max(anchor, free);
    free = top + rest + GAP;
    return top;
  });
}

function sharesLine(tally: Placed, { anchor }: Placed): boolean {
  return tally.anchor + tally.height > anchor;
}

/** Indexes of what is no tally. */
function cardsIn(items: readonly Placed[], from: number, to = items.length): number[] {
  return [...items.keys()].slice(from, to).filter((at) => items[at]?.fixed === false);
}

function heightAt(items: readonly Placed[], at: number): number {
  return items[at]?.height ?? 0;
}
