import Link from 'next/link';
import { counted } from '#components/ui/counted.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { ClaimFacts } from './claim-facts.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { HowSurePart } from './how-sure-part.tsx';
import { STATES } from './ledger-words.ts';
import { mayExpect } from './may-judge.ts';
import { OutcomePart } from './outcome-part.tsx';
import { cardIdOf } from './use-addressed-card.ts';
import styles from './prediction-card.module.css';

interface Props {
  prediction: Prediction;
  desk: CardDesk;
}

/** One prediction, from the passage to what came of it. */
export function PredictionCard({ prediction, desk }: Props) {
  const { before, words, after, state, by, howSure, marks } = prediction;
  const judged = howSure.people.some(({ user }) => user === desk.user.id);
  const mayJudge = mayExpect(desk.reading);
  const people = new Set(marks.map(({ user }) => user)).size;
  const name = `${cardIdOf(prediction)}-words`;
  return (
    <article
      id={cardIdOf(prediction)}
      tabIndex={-1}
      aria-labelledby={name}
      className={styles.card}
      data-state={state}
    >
      <p className={styles.state}>
        <span aria-hidden="true">{STATES[state].sign}</span> {STATES[state].name}
        <span className={styles.people}> · tagged by {counted(people, 'person', 'people')}</span>
      </p>
      <h3 id={name} className={styles.words} dir="auto">
        <Link href={`/readings/${prediction.reading}#a=${prediction.id}`}>
          {before !== '' && <span className={styles.around}>{before}</span>}
          {words}
          {after !== '' && <span className={styles.around}>{after}</span>}
        </Link>
      </h3>
      <ClaimFacts prediction={prediction} />
      <HowSurePart prediction={prediction} desk={desk} />
      {(!by.passed || prediction.forecasts.length > 0) && (
        <ForecastPart prediction={prediction} desk={desk} />
      )}
      {by.passed && mayJudge && !judged ? (
        <p className={styles.later}>
          First say how sure it sounds; then you see what came of it. Whoever knows the end hears
          the beginning differently.
        </p>
      ) : (
        <OutcomePart prediction={prediction} desk={desk} />
      )}
    </article>
  );
}
