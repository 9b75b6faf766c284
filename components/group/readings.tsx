import type { GroupReading } from './group-reading.ts';
import { ReadingPhase } from './reading-phase.tsx';
import { Section } from './section.tsx';
import styles from './readings.module.css';

/** What the group reads: who sees what in each, and until when. */
export function Readings({ readings }: { readings: readonly GroupReading[] }) {
  return (
    <Section title="Readings">
      {readings.length === 0 ? (
        <p className={styles.none}>The group reads nothing yet. Add an article in the library.</p>
      ) : (
        <ul className={styles.list}>
          {readings.map((reading) => (
            <ReadingPhase key={reading.id} reading={reading} />
          ))}
        </ul>
      )}
    </Section>
  );
}
