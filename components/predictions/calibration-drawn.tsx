import { Drawn } from '#components/plots/drawn.tsx';
import type { CalibrationBin } from '#lib/insight/predictions/calibration.ts';
import { calibrationDrawing } from './calibration-drawing.ts';

export function CalibrationDrawn({ bins }: { bins: readonly CalibrationBin[] }) {
  return <Drawn drawing={calibrationDrawing(bins)} />;
}
