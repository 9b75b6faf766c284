import { STATES } from './ledger-words.ts';
import { FILTERS, type LedgerFilter } from './shown-predictions.ts';
import styles from './ledger-filters.module.css';

interface Props {
  counts: Record<LedgerFilter, number>;
  chosen: LedgerFilter;
  onChoose: (filter: LedgerFilter) => void;
}

/** What each is called, and what that means. */
export const FILTER_WORDS: Record<LedgerFilter, { name: string; means: string }> = {
  all: {
    name: 'all',
    means: 'One is settled when somebody says what came of it and a second person confirms that.',
  },
  open: { name: STATES.open.name, means: 'Their day has not come, or nobody knows the day.' },
  due: {
    name: STATES.due.name,
    means: 'Their day has passed, or an answer waits for a second person to confirm it.',
  },
  resolved: {
    name: STATES.resolved.name,
    means: 'Somebody said what came of them, and a second person confirmed it.',
  },
};

/** Which predictions are shown. */
export function LedgerFilters({ counts, chosen, onChoose }: Props) {
  return (
    <>
      <fieldset className={styles.filters}>
        <legend>Show</legend>
        {FILTERS.map((filter) => (
          <label key={filter}>
            <input
              type="radio"
              name="filter"
              checked={filter === chosen}
              onChange={() => onChoose(filter)}
            />
            {FILTER_WORDS[filter].name} <span className={styles.count}>{counts[filter]}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.means}>{FILTER_WORDS[chosen].means}</p>
    </>
  );
}
