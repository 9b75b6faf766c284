import { Suspense, lazy } from 'react';
import { FEWEST_FOR_DRIFT } from '#lib/insight/own-stretches.ts';
import type { DriftStretch } from '#lib/insight/person-agreement.ts';
import { driftTable } from './drift-data.ts';
import styles from './per-person.module.css';

const Drawn = lazy(async () => ({ default: (await import('./drift-drawn.tsx')).DriftDrawn }));

/** How somebody's picks went over the run of their own marks: a picture, and the same as a table for who listens. */
export function DriftPlot({ name, drift }: { name: string; drift: readonly DriftStretch[] }) {
  if (drift.length === 0)
    return (
      <p>Too few marks to see a change over time; that takes {FEWEST_FOR_DRIFT} with a tag.</p>
    );
  return (
    <>
      <div className={styles.drift} data-compared={drift.some(({ withRest }) => withRest.defined)}>
        <Suspense fallback={null}>
          <Drawn drift={drift} />
        </Suspense>
      </div>
      <div className={styles.heard}>
        <DriftRows name={name} drift={drift} />
      </div>
    </>
  );
}

function DriftRows({ name, drift }: { name: string; drift: readonly DriftStretch[] }) {
  const { head, rows } = driftTable([{ name, drift }]);
  return (
    <table>
      <caption>{name}: over the run of the marks</caption>
      <thead>
        <tr>
          {head.slice(1).map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([, from, ...rest]) => (
          <tr key={from}>
            <th scope="row">{from}</th>
            {rest.map((value, at) => (
              <td key={head[at + 2]}>{value === '' ? 'not known' : value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
