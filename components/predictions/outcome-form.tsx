import { type SubmitEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { textOf } from '#components/ui/text-of.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { evidenceGiven, NO_EVIDENCE, type TypedEvidence } from './evidence-given.ts';
import { judgement } from './judging.ts';
import { RESULTS } from './ledger-words.ts';
import parts from './part.module.css';
import styles from './outcome-form.module.css';

const NO_GROUND =
  'Say what it rests on: a link, a quotation or a note. Whoever signs it has to be able to look.';
const AT_MOST = 50;

/** Result, date and evidence; they stay in the form until the ledger holds them. */
export function OutcomeForm({ prediction, desk }: { prediction: Prediction; desk: CardDesk }) {
  const [evidence, setEvidence] = useState<readonly TypedEvidence[]>([NO_EVIDENCE]);
  const [error, setError] = useState<string | null>(null);

  function enter(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const result = RESULTS.find((one) => one.result === form.get('result'))?.result;
    const given = evidenceGiven(evidence);
    if (result === undefined) return;
    if (!given.ok) return setError(given.error);
    if (given.value.length === 0 && result !== 'open') return setError(NO_GROUND);
    setError(null);
    const date = textOf(form, 'date');
    const said = { kind: 'outcome' as const, result, evidence: given.value };
    const whole = date === '' ? said : { ...said, date };
    desk.write(judgement(prediction, desk.user, whole, []));
  }

  return (
    <form onSubmit={enter} className={styles.form}>
      <fieldset className={parts.part}>
        <legend className={styles.legend}>What came of it?</legend>
        <div className={parts.choices}>
          {RESULTS.map(({ result, name, hint }) => (
            <label key={result}>
              <input type="radio" name="result" value={result} required />
              {name} {hint !== '' && <span className={parts.hint}>({hint})</span>}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={styles.date}>
        <Field label="When did it show?" type="date" name="date" hint="If there is a day." />
      </div>
      {evidence.map((one, at) => (
        <EvidenceFields
          // oxlint-disable-next-line react/no-array-index-key -- they are only added at the end
          key={at}
          number={at + 1}
          of={evidence.length}
          typed={one}
          onType={(typed) => setEvidence(evidence.with(at, typed))}
        />
      ))}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={parts.actions}>
        <Button type="submit">Enter the outcome</Button>
        {evidence.length < AT_MOST && (
          <Button kind="quiet" onClick={() => setEvidence([...evidence, NO_EVIDENCE])}>
            More evidence
          </Button>
        )}
      </div>
    </form>
  );
}
