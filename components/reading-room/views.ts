import type { Paint } from '#lib/client/highlight-layer.ts';

/** A way to see the article itself: the same layer with another paint. */
export type View = Exclude<Paint, 'none'>;

export const VIEWS: readonly { view: View; name: string }[] = [
  { view: 'marks', name: 'Marks' },
  { view: 'heat', name: 'Heat' },
  { view: 'disagreement', name: 'Disagreement' },
];

/** The one behind it, or before it, round and round. */
export function viewBeside(view: View, step: 1 | -1): (typeof VIEWS)[number] {
  const index = VIEWS.findIndex((one) => one.view === view);
  return VIEWS[(index + step + VIEWS.length) % VIEWS.length] as (typeof VIEWS)[number];
}
