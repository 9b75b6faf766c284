import { Suspense, lazy } from 'react';
import { ViewData } from '#components/insights/view-data.tsx';
import {
  type Calibration,
  CALIBRATION_MINIMUM,
  type CalibrationBin,
} from '#lib/insight/predictions/calibration.ts';
import { calibrationPicture, calibrationTable } from './calibration-data.ts';
import { percentInWords } from './ledger-words.ts';
import styles from './scores.module.css';

const Plot = lazy(async () => ({
  default: (await import('./calibration-drawn.tsx')).CalibrationDrawn,
}));

const TITLE = 'When we say 70 %, does it happen 7 times in 10?';

/** Of what we gave so many percent, how much came true: a picture and the same as a table, from ten on (PS4). */
export function CalibrationPlot({ calibration: { bins, resolved } }: { calibration: Calibration }) {
  if (bins === null)
    return (
      <p className={styles.quiet}>
        This is shown once {CALIBRATION_MINIMUM} predictions with a forecast have come true or not;{' '}
        {resolved} so far.
      </p>
    );
  return (
    <>
      <p className={styles.quiet}>
        Each dot gathers the forecasts of about the same percent; the number in it says how many. A
        dot on the broken line: what we called so likely came true just as often. This is called
        calibration.
      </p>
      <div className={styles.plot}>
        <Suspense fallback={null}>
          <Plot bins={bins} />
        </Suspense>
      </div>
      <Figures bins={bins} />
      <p className={styles.quiet}>
        The upright lines, and the second line in the table: where the share may really lie, as so
        few forecasts leave much to chance (95 in 100, Wilson’s interval). Forecasts of the same
        passage hang together, so the true range is wider.
      </p>
      <ViewData
        title={TITLE}
        file="calibration"
        table={() => calibrationTable(bins)}
        picture={() => calibrationPicture(TITLE, bins)}
      />
    </>
  );
}

function Figures({ bins }: { bins: readonly CalibrationBin[] }) {
  return (
    <table className={`${styles.figures} ${styles.bins}`}>
      <thead>
        <tr>
          <th scope="col">We said</th>
          <th scope="col">On average</th>
          <th scope="col">Forecasts</th>
          <th scope="col">Came true</th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, mean, forecasts, came, low, high }) => (
          <tr key={from}>
            <th scope="row">
              {from} to {to} %
            </th>
            <td>{percentInWords(mean)}</td>
            <td>{forecasts}</td>
            <td>
              {percentInWords(came)}{' '}
              <span className={styles.range}>
                {Math.round(low)} to {Math.round(high)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
