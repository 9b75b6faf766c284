import styles from './luck-scale.module.css';

interface Props {
  value: number;
  low: number;
  high: number;
}

const CUSTOMS = [0.667, 0.8];

/** From luck (0) to the same everywhere (1): the value, its range as a bar, and the two customs as lines. The numbers stand beside it in words. */
export function LuckScale({ value, low, high }: Props) {
  return (
    <div className={styles.scale} aria-hidden="true">
      <span className={styles.track}>
        <span
          className={styles.range}
          style={{ left: percent(low), width: `calc(${percent(high)} - ${percent(low)})` }}
        />
        {CUSTOMS.map((at) => (
          <span key={at} className={styles.custom} style={{ left: percent(at) }} />
        ))}
        <span className={styles.value} style={{ left: percent(value) }} />
      </span>
      <span className={styles.ends}>
        <span>luck</span>
        <span style={{ left: percent(0.667) }}>0.667</span>
        <span style={{ left: percent(0.8) }}>0.8</span>
        <span>1</span>
      </span>
    </div>
  );
}

const percent = (value: number): string => `${Math.min(1, Math.max(0, value)) * 100}%`;
