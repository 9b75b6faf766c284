import { Drawn } from '#components/plots/drawn.tsx';
import type { DriftStretch } from '#lib/insight/person-agreement.ts';
import { driftDrawing } from './drift-drawing.ts';

export function DriftDrawn({ drift }: { drift: readonly DriftStretch[] }) {
  return <Drawn drawing={driftDrawing(drift)} />;
}
