import { Button } from '#components/ui/button.tsx';
import type { Outcome } from '#lib/insight/predictions/outcomes.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { EvidenceList } from './evidence-list.tsx';
import { removal, signature } from './judging.ts';
import { dayInWords, resultInWords } from './ledger-words.ts';
import { maySettle } from './may-judge.ts';
import { OutcomeForm } from './outcome-form.tsx';
import styles from './part.module.css';

interface Props {
  prediction: Prediction;
  desk: CardDesk;
}

/** What came of it: as it stands, who confirmed it, and the form for another. */
export function OutcomePart({ prediction, desk }: Props) {
  const { outcome, earlierOutcomes, by } = prediction;
  const mayWrite = maySettle(desk.reading);
  const form = <OutcomeForm key={outcome?.id ?? ''} prediction={prediction} desk={desk} />;
  return (
    <div className={styles.part}>
      <h4 className={styles.title}>What came of it</h4>
      {outcome === null ? (
        <p className={styles.line}>Nobody has said yet.</p>
      ) : (
        <StandingOutcome outcome={outcome} desk={desk} mayWrite={mayWrite} />
      )}
      {earlierOutcomes.length > 0 && (
        <ul className={styles.list}>
          {earlierOutcomes.map((one) => (
            <li key={one.id} className={styles.hint}>
              Earlier answer: {resultInWords(one.result)}, said by {desk.nameOf(one.user)}.
            </li>
          ))}
        </ul>
      )}
      {mayWrite &&
        (outcome === null && by.passed ? (
          form
        ) : (
          <details className={styles.details}>
            <summary>{outcome === null ? 'It is known already' : 'Give another answer'}</summary>
            {form}
          </details>
        ))}
    </div>
  );
}

function StandingOutcome({
  outcome,
  desk,
  mayWrite,
}: {
  outcome: Outcome;
  desk: CardDesk;
  mayWrite: boolean;
}) {
  const { id, user, result, date, evidence } = outcome;
  const me = desk.user.id;
  const sign = (agree: boolean) => () => desk.write(signature(desk.user, id, agree));
  return (
    <>
      <p className={styles.line}>
        <b>{resultInWords(result)}</b>
        {date !== null && `, ${dayInWords(date)}`} · said by {desk.nameOf(user)}
      </p>
      <EvidenceList evidence={evidence} />
      <p className={styles.quiet}>{signaturesInWords(outcome, desk)}</p>
      {mayWrite && (
        <div className={styles.actions}>
          {user === me ? (
            <Button kind="quiet" onClick={() => desk.write([removal(id)])}>
              Take my answer back
            </Button>
          ) : (
            <>
              {!outcome.signedBy.includes(me) && (
                <Button onClick={sign(true)}>I looked at the evidence and confirm it</Button>
              )}
              {!outcome.refusedBy.includes(me) && (
                <Button kind="quiet" onClick={sign(false)}>
                  I do not agree
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}

function signaturesInWords(
  { signedBy, refusedBy, user }: Outcome,
  { nameOf, user: me }: CardDesk,
): string {
  const signed =
    signedBy.length === 0
      ? user === me.id
        ? 'Somebody else has to look at the evidence and confirm it.'
        : 'A second person has to look at the evidence and confirm it.'
      : `Confirmed by ${signedBy.map(nameOf).join(', ')}.`;
  return refusedBy.length === 0
    ? signed
    : `${signed} Not agreed by ${refusedBy.map(nameOf).join(', ')}.`;
}
