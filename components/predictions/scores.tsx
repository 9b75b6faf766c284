import { SideSection } from '#components/insights/side-section.tsx';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import { AuthorScores } from './author-scores.tsx';
import { CalibrationPlot } from './calibration-plot.tsx';
import { ForecastScores } from './forecast-scores.tsx';

interface Props {
  ledger: Ledger;
  names: ReadonlyMap<string, string>;
  me: string;
}

/** How right the authors were, and how right we were. */
export function Scores({ ledger, names, me }: Props) {
  return (
    <div>
      <SideSection title="How right was the author?">
        <AuthorScores ledger={ledger} />
      </SideSection>
      <SideSection title="How right were our forecasts?">
        <ForecastScores ledger={ledger} names={names} me={me} />
      </SideSection>
      <SideSection title="When we say 70 %, does it happen 7 times in 10?">
        <CalibrationPlot calibration={ledger.calibration} />
      </SideSection>
    </div>
  );
}
