import { memo } from 'react';
import type { Figure } from '#lib/insight/agreement/figure.ts';
import type { Gamma } from '#lib/insight/agreement/gamma/gamma.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import { expertRows } from './expert-rows.ts';
import { fourNumbers, type PlainNumber } from './four-numbers.ts';
import { LuckScale } from './luck-scale.tsx';
import { ViewData } from './view-data.tsx';
import { WideSection } from './wide-section.tsx';
import styles from './how-sure.module.css';

interface Numbers {
  agreement: ReadingInsight['agreement'];
  /** Null until it has been worked out. */
  gamma: Figure<Gamma> | null;
}

/** The numbers behind the sentence: each with what it was counted from, its range, and what it means. */
export const HowSure = memo(function HowSure({ agreement, gamma }: Numbers) {
  const numbers = fourNumbers(agreement);
  return (
    <WideSection title="How sure is this?">
      <div id="numbers" className={styles.numbers}>
        {numbers.map((number) => (
          <NumberCard key={number.title} number={number} />
        ))}
      </div>
      <p className={styles.about}>
        One sentence, one choice: the kind that covers most of it. A sentence left unmarked counts
        only from somebody who said that they are done. Of marks of one person that overlap, the
        latest counts.
      </p>
      <p className={styles.about}>
        The lines at 0.667 and 0.8 are customs that Klaus Krippendorff wrote down for research data:
        from 0.8 on conclusions can rest on them, from 0.667 on tentative ones. They are no marks
        for a group: about what an argument is, thoughtful people differ.
      </p>
      <ViewData
        title="The numbers"
        file="agreement"
        table={() => ({
          head: ['number', 'value', 'counted from', 'range', 'meaning'],
          rows: numbers.map(({ title, value, count, range, meaning }) => [
            title,
            value ?? '',
            count ?? '',
            range ?? '',
            meaning,
          ]),
        })}
      />
      <ForThoseWhoKnow agreement={agreement} gamma={gamma} />
    </WideSection>
  );
});

function NumberCard({
  number: { title, value, count, range, meaning, scale },
}: {
  number: PlainNumber;
}) {
  return (
    <section className={styles.number}>
      <h3>{title}</h3>
      {value !== null && <p className={styles.value}>{value}</p>}
      {scale !== undefined && <LuckScale {...scale} />}
      {count !== null && <p className={styles.count}>{count}</p>}
      {range !== null && <p className={styles.count}>{range}</p>}
      <p className={styles.meaning}>{meaning}</p>
    </section>
  );
}

function ForThoseWhoKnow({ agreement, gamma }: Numbers) {
  const rows = expertRows(agreement, gamma);
  return (
    <details className={styles.experts}>
      <summary>For those who know</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Coefficient</th>
            <th scope="col">Value</th>
            <th scope="col">Formula in</th>
            <th scope="col">Not when</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, source, notWhen }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label="Value">{value}</td>
              <td data-label="Formula in">{source}</td>
              <td data-label="Not when">{notWhen}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ViewData
        title="Coefficients"
        file="coefficients"
        table={() => ({
          head: ['coefficient', 'value', 'source', 'not when'],
          rows: rows.map(({ name, value, source, notWhen }) => [name, value, source, notWhen]),
        })}
      />
    </details>
  );
}
