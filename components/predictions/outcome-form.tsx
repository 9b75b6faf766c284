import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { evidenceGiven, NO_EVIDENCE } from './evidence-given.ts';
import { isDayAhead } from './is-day-ahead.ts';
import { judgement } from './judging.ts';
import { RESULTS } from './ledger-words.ts';
import type { OutcomeDraft } from './outcome-draft.ts';
import { useOutcomeDraft } from './use-outcome-draft.ts';
import parts from './part.module.css';
import styles from './outcome-form.module.css';

const NO_GROUND =
  'Say what it rests on: a link, a quotation or a note. Whoever confirms it has to be able to look.';
const NOT_YET =
  'The day on which it showed has not come yet. Correct it, or leave it empty if there is no day.';
const AT_MOST = 50;

/** Result, date and evidence; they stay in the form, and on this device, until the ledger holds them. */
export function OutcomeForm({ prediction, desk }: { prediction: Prediction; desk: CardDesk }) {
  const { draft, isFromBefore, keep } = useOutcomeDraft(prediction, desk.user.id);
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { result, date, evidence } = draft;

  // What was kept is to be seen, not in something folded.
  useEffect(() => {
    const folded = form.current?.closest('details');
    if (isFromBefore && folded) folded.open = true;
  }, [isFromBefore]);

  // Another answer than the one that was sent.
  const type = (typed: Partial<OutcomeDraft>): void => keep({ ...draft, ...typed, sent: null });

  function enter(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = evidenceGiven(evidence);
    if (result === null) return;
    if (isDayAhead(date, Date.now())) return setError(NOT_YET);
    if (!given.ok) return setError(given.error);
    if (given.value.length === 0 && result !== 'open') return setError(NO_GROUND);
    setError(null);
    const said = { kind: 'outcome' as const, result, evidence: given.value };
    const writes = judgement(prediction, desk.user, date === '' ? said : { ...said, date }, []);
    keep({ ...draft, sent: writes.at(-1)?.key ?? null });
    desk.write(writes);
  }

  return (
    <form ref={form} onSubmit={enter} className={styles.form}>
      <fieldset className={parts.part}>
        <legend className={styles.legend}>What came of it?</legend>
        <div className={parts.choices}>
          {RESULTS.map((one) => (
            <label key={one.result}>
              <input
                type="radio"
                name="result"
                value={one.result}
                required
                checked={result === one.result}
                onChange={() => type({ result: one.result })}
              />
              {one.name} {one.hint !== '' && <span className={parts.hint}>({one.hint})</span>}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={styles.date}>
        <Field
          label="When did it show?"
          type="date"
          name="date"
          hint="If there is a day."
          value={date}
          onChange={({ target }) => type({ date: target.value })}
        />
      </div>
      {evidence.map((one, at) => (
        <EvidenceFields
          // oxlint-disable-next-line react/no-array-index-key -- they are only added at the end
          key={at}
          number={at + 1}
          of={evidence.length}
          typed={one}
          onType={(typed) => type({ evidence: evidence.with(at, typed) })}
        />
      ))}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={parts.actions}>
        <Button type="submit">Save this answer</Button>
        {evidence.length < AT_MOST && (
          <Button kind="quiet" onClick={() => type({ evidence: [...evidence, NO_EVIDENCE] })}>
            More evidence
          </Button>
        )}
        {isFromBefore && (
          <Button kind="quiet" onClick={() => keep(null)}>
            Empty the form
          </Button>
        )}
      </div>
      {isFromBefore && <p className={parts.hint}>What you typed before was kept on this device.</p>}
    </form>
  );
}
