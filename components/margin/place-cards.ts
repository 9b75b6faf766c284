/** Space between two neighbours, in px. */
const GAP = 10;

/**
 * Tops (px) of cards in one column. `anchors`: where each would like to begin, ascending; `heights`: how tall each is. Nobody
 * overlaps: without `active` each stands at its anchor or is pushed down by the one before. The active one stands at its anchor and
 * its neighbours give way: those before it upwards, above 0 too where many are, until it is active no more.
 */
export function placeCards(
  anchors: readonly number[],
  heights: readonly number[],
  active: number | null = null,
): number[] {
  const heightOf = (index: number): number => heights[index] ?? 0;
  const tops = pushedDown(anchors, heightOf);
  if (active === null || anchors[active] === undefined) return tops;
  const below = pushedDown(anchors.slice(active), (index) => heightOf(active + index));
  return [...pushedUp(tops.slice(0, active), heightOf, anchors[active]), ...below];
}

function pushedDown(anchors: readonly number[], heightOf: (index: number) => number): number[] {
  let free = 0;
  return anchors.map((anchor, index) => {
    const top = Math.max(anchor, free);
    free = top + heightOf(index) + GAP;
    return top;
  });
}

function pushedUp(
  tops: readonly number[],
  heightOf: (index: number) => number,
  limit: number,
): number[] {
  let free = limit;
  return tops
    .map((top, index) => ({ top, height: heightOf(index) }))
    .toReversed()
    .map(({ top, height }) => (free = Math.min(top, free - height - GAP)))
    .toReversed();
}
