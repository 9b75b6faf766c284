import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import { fourNumbers } from '../four-numbers.ts';
import { ReportSection } from './report-section.tsx';
import styles from './report-numbers.module.css';

/** Each number with what it was counted from, its range and a plain sentence. */
export function ReportNumbers({ agreement }: { agreement: ReadingInsight['agreement'] }) {
  return (
    <ReportSection title="The numbers">
      <dl className={styles.numbers}>
        {fourNumbers(agreement).map(({ title, value, count, range, meaning }) => (
          <div key={title}>
            <dt>
              {title}
              {value !== null && <b className={styles.value}>{value}</b>}
            </dt>
            <dd>
              {meaning}
              {count !== null && <span className={styles.from}>{count}</span>}
              {range !== null && <span className={styles.from}>{range}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </ReportSection>
  );
}
