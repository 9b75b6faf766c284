import { useState } from 'react';
import { ChoiceField, Field } from '#components/ui/field.tsx';
import type { ReadingMoment } from '#lib/protocol/http.ts';
import styles from './figure-table.module.css';

/** ISO 8601; `NOW`; empty while a time is being picked. */
export type Moment = string;
export const NOW = 'now';
/** Before all that Postil can know of. */
export const BEGINNING = '1970-01-01T00:00:00.000Z';
const PICKED = 'picked';

/** Whether one moment is after another; not while either is being picked. */
export function isLater(one: Moment, other: Moment): boolean {
  if (one === '' || other === '') return false;
  return timeOf(one) > timeOf(other);
}

const timeOf = (moment: Moment): number => (moment === NOW ? Infinity : Date.parse(moment));

interface Props {
  label: string;
  moments: readonly ReadingMoment[];
  value: Moment;
  onChange: (moment: Moment) => void;
}

const WHAT: Record<ReadingMoment['what'], string> = {
  open: 'Opened',
  blind: 'Blind phase began',
  closed: 'Closed',
  revealed: 'Revealed',
};

/** The beginning, one of the reading's moments, now, or a time of one's own. */
export function MomentPicker({ label, moments, value, onChange }: Props) {
  const [picking, setPicking] = useState(false);
  const [ahead, setAhead] = useState(false);
  return (
    <div className={styles.choice}>
      <ChoiceField
        label={label}
        value={picking ? PICKED : value}
        onChange={({ target }) => {
          setPicking(target.value === PICKED);
          setAhead(false);
          onChange(target.value === PICKED ? '' : target.value);
        }}
      >
        <option value={BEGINNING}>The beginning</option>
        {moments.map(({ what, at }) => (
          <option key={`${what} ${at}`} value={at}>
            {WHAT[what]}, {inWords(at)}
          </option>
        ))}
        <option value={NOW}>Now</option>
        <option value={PICKED}>Another time …</option>
      </ChoiceField>
      {picking && (
        <Field
          label={`${label}: time`}
          type="datetime-local"
          error={ahead ? 'That time has not come yet.' : null}
          onChange={({ target }) => {
            const time = new Date(target.value).getTime();
            const isAhead = time > Date.now();
            setAhead(isAhead);
            onChange(isAhead || Number.isNaN(time) ? '' : new Date(time).toISOString());
          }}
        />
      )}
    </div>
  );
}

/** Only shown after the page has asked the server, so in the reader's own time zone. */
function inWords(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
