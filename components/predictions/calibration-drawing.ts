import { scaleLinear, scaleSqrt } from 'd3-scale';
import { along, percentsUpwards } from '#components/plots/axes.ts';
import { type Drawing, type Shape, circle, line, words } from '#components/plots/drawing.ts';
import type { CalibrationBin } from '#lib/insight/predictions/calibration.ts';

const SIDE = 240;
/** A dot at 0 or 100 % has its room. */
const ROOM = 15;
const [LEFT, TOP] = [44 + ROOM, 20 + ROOM];
const [RIGHT, BOTTOM] = [LEFT + SIDE, TOP + SIDE];
const [WIDTH, HEIGHT] = [RIGHT + ROOM + 6, BOTTOM + ROOM + 40];

const x = scaleLinear([0, 100], [LEFT, RIGHT]);
const y = scaleLinear([0, 100], [BOTTOM, TOP]);

/** How often what we called so likely came true: a dot on the broken line is well calibrated. */
export function calibrationDrawing(bins: readonly CalibrationBin[]): Drawing {
  const said = (tick: number): string => `${tick} %`;
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      words('How often it came true', [0, 11], 'start', 'title'),
      words('How likely we said it was', [RIGHT + ROOM, HEIGHT - 5], 'end', 'title'),
      ...percentsUpwards(x, y, 5, ROOM),
      ...along(x, y, 5, { beyond: ROOM, said }),
      line('broken', [x(0), y(0)], [x(100), y(100)]),
      ...bins.flatMap(rangeOf),
      words('more often', [x(2), y(90) - 4], 'start', 'note'),
      words('than we said', [x(2), y(90) + 10], 'start', 'note'),
      words('less often', [x(98), y(10) - 6], 'end', 'note'),
      words('than we said', [x(98), y(10) + 8], 'end', 'note'),
      ...bins.flatMap(dotsOf(bins)),
    ],
  };
}

const CAP = 4;

function rangeOf({ mean, low, high }: CalibrationBin): Shape[] {
  const cap = (percent: number): Shape =>
    line('range', [x(mean) - CAP, y(percent)], [x(mean) + CAP, y(percent)]);
  return [line('range', [x(mean), y(low)], [x(mean), y(high)]), cap(low), cap(high)];
}

/** A larger dot holds more forecasts, and says how many; the smallest has room for its number. */
function dotsOf(bins: readonly CalibrationBin[]): (bin: CalibrationBin) => Shape[] {
  const most = Math.max(2, ...bins.map(({ forecasts }) => forecasts));
  const radius = scaleSqrt([1, most], [7.5, 14]);
  return ({ mean, came, forecasts }) => [
    circle('dot', [x(mean), y(came)], radius(forecasts)),
    words(String(forecasts), [x(mean), y(came) + 4], 'middle', 'count'),
  ];
}
