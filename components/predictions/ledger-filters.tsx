import { FILTERS, type LedgerFilter } from './shown-predictions.ts';
import styles from './ledger-filters.module.css';

interface Props {
  counts: Record<LedgerFilter, number>;
  chosen: LedgerFilter;
  onChoose: (filter: LedgerFilter) => void;
}

const HINTS: Record<LedgerFilter, string | undefined> = {
  all: undefined,
  open: 'The date has not passed',
  due: 'The date has passed, or an outcome waits for its signature',
  resolved: 'A second member has signed the outcome',
};

/** Which predictions are shown. */
export function LedgerFilters({ counts, chosen, onChoose }: Props) {
  return (
    <fieldset className={styles.filters}>
      <legend>Show</legend>
      {FILTERS.map((filter) => (
        <label key={filter} title={HINTS[filter]}>
          <input
            type="radio"
            name="filter"
            checked={filter === chosen}
            onChange={() => onChoose(filter)}
          />
          {filter} <span className={styles.count}>{counts[filter]}</span>
        </label>
      ))}
    </fieldset>
  );
}
