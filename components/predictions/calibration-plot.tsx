import {
  type Calibration,
  CALIBRATION_MINIMUM,
  type CalibrationBin,
} from '#lib/insight/predictions/calibration.ts';
import { percentInWords } from './ledger-words.ts';
import styles from './scores.module.css';

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
        A dot on the broken line: what we called so likely came true just as often. Above the line
        it came true more often than we said, below it less often. This is called calibration.
      </p>
      <Plot bins={bins} />
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">We said</th>
            <th scope="col">On average</th>
            <th scope="col">Forecasts</th>
            <th scope="col">Came true</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, mean, forecasts, came }) => (
            <tr key={from}>
              <th scope="row">
                {from} to {to} %
              </th>
              <td>{percentInWords(mean)}</td>
              <td>{forecasts}</td>
              <td>{percentInWords(came)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const SIDE = 240;
const LEFT = 34;
const TOP = 10;
const TICKS = [0, 50, 100];

const x = (percent: number): number => LEFT + (percent * SIDE) / 100;
const y = (percent: number): number => TOP + SIDE - (percent * SIDE) / 100;

/** Dots on the broken line are well calibrated; a larger dot holds more forecasts. The table says the same to who listens. */
function Plot({ bins }: { bins: readonly CalibrationBin[] }) {
  const most = Math.max(...bins.map(({ forecasts }) => forecasts));
  return (
    <svg
      viewBox={`0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 40}`}
      className={styles.plot}
      aria-hidden="true"
    >
      <rect x={LEFT} y={TOP} width={SIDE} height={SIDE} className={styles.frame} />
      <line x1={x(0)} y1={y(0)} x2={x(100)} y2={y(100)} className={styles.perfect} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
          <text x={x(tick)} y={TOP + SIDE + 16} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text x={x(50)} y={TOP + SIDE + 34} textAnchor="middle">
        how likely we said it was, in %; upwards: how often it came true, in %
      </text>
      {bins.map(({ from, mean, came, forecasts }) => (
        <circle
          key={from}
          cx={x(mean)}
          cy={y(came)}
          r={4 + 6 * Math.sqrt(forecasts / most)}
          className={styles.dot}
        />
      ))}
    </svg>
  );
}
