import type { Table } from '#components/insights/csv.ts';
import type { Picture } from '#components/insights/picture.ts';
import type { CalibrationBin } from '#lib/insight/predictions/calibration.ts';

const rounded = (percent: number): number => Number(percent.toFixed(2));

export function calibrationTable(bins: readonly CalibrationBin[]): Table {
  return {
    head: ['from', 'to', 'mean', 'forecasts', 'came true', 'low', 'high'],
    rows: bins.map(({ from, to, mean, forecasts, came, low, high }) => [
      from,
      to,
      rounded(mean),
      forecasts,
      rounded(came),
      rounded(low),
      rounded(high),
    ]),
  };
}

/** The scales come when they are needed. */
export async function calibrationPicture(
  title: string,
  bins: readonly CalibrationBin[],
): Promise<Picture> {
  const [{ calibrationDrawing }, { drawingsPicture }] = await Promise.all([
    import('./calibration-drawing.ts'),
    import('#components/plots/drawings-picture.ts'),
  ]);
  const heading = 'Number in a dot: forecasts. Upright line: range of the true share (95 in 100)';
  return drawingsPicture(title, [{ heading, drawing: calibrationDrawing(bins) }]);
}
