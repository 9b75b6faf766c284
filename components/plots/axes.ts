import { type Scale, type Shape, line, words } from './drawing.ts';

/** How far the lines across go on beyond the scales: what is drawn at an end of one does not lie on a number. */
type Beyond = number;

/** Percent upwards: lines across at about so many round values, their numbers at the left. */
export function percentsUpwards(x: Scale, y: Scale, about: number, beyond: Beyond = 0): Shape[] {
  const [left, right] = ends(x);
  return y
    .ticks(about)
    .flatMap((tick) => [
      line('grid', [left - beyond, y(tick)], [right + beyond, y(tick)]),
      words(`${tick} %`, [left - beyond - 6, y(tick) + 4], 'end'),
    ]);
}

/** Along the lower edge: a line, and a short stroke and its number at about so many round values. `said`: how a number is said. */
export function along(
  x: Scale,
  y: Scale,
  about: number,
  { beyond = 0, said = String }: { beyond?: Beyond; said?: (tick: number) => string } = {},
): Shape[] {
  const [left, right] = ends(x);
  const bottom = ends(y)[0] + beyond;
  return [
    line('axis', [left - beyond, bottom], [right + beyond, bottom]),
    ...x
      .ticks(about)
      .filter(Number.isInteger)
      .flatMap((tick) => [
        line('axis', [x(tick), bottom], [x(tick), bottom + 4]),
        words(said(tick), [x(tick), bottom + 17], 'middle'),
      ]),
  ];
}

function ends(scale: Scale): [number, number] {
  const [first = 0, last = 0] = scale.range();
  return [first, last];
}
