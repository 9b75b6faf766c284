import { counted } from '#components/ui/counted.ts';
import type { PersonScore } from '#lib/insight/predictions/forecast-scores.ts';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import { scoreInWords } from './ledger-words.ts';
import styles from './scores.module.css';

interface Props {
  ledger: Ledger;
  names: ReadonlyMap<string, string>;
  me: string;
}

/** Brier scores per person, by name, and per article. */
export function ForecastScores({ ledger, names, me }: Props) {
  const people = ledger.people
    .map((score) => ({ ...score, name: names.get(score.user) ?? 'Somebody who left' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const late = people.reduce((sum, { hindsight }) => sum + hindsight, 0);
  if (people.length === 0)
    return (
      <p className={styles.quiet}>
        Nothing to count yet. It takes a forecast, and an answer (came true, or did not) that a
        second person confirmed.
      </p>
    );
  return (
    <>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Forecasts</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ user, name, ...score }) => (
            <Row key={user} name={user === me ? `${name} (you)` : name} score={score} />
          ))}
          {ledger.articles
            .filter(({ forecasts }) => forecasts > 0)
            .map(({ article, ...score }) => (
              <Row key={article} name={`All of “${titleOf(ledger, article)}”`} score={score} />
            ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        Lower is better: 0 is sure and always right, 0.25 is what saying 50 % every time gives, 1 is
        sure and always wrong (the Brier score). In the order of names: it is no ranking.
        {late > 0 && ` Not counted: ${counted(late, 'forecast')} given when the answer was known.`}
      </p>
    </>
  );
}

function Row({ name, score }: { name: string; score: Pick<PersonScore, 'brier' | 'forecasts'> }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{score.forecasts}</td>
      <td>{score.brier === null ? 'none yet' : scoreInWords(score.brier)}</td>
    </tr>
  );
}

function titleOf({ readings }: Ledger, article: string): string {
  return readings.find((reading) => reading.article === article)?.title ?? '';
}
