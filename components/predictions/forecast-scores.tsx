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
        No forecast has met its outcome yet: one that came true or did not, and that a second member
        signed.
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
        The Brier score: 0 is perfect, 0.25 is what always saying 50 % gives. By name, not a
        ranking.
        {late > 0 && ` ${late} given after the outcome: hindsight, left out.`}
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
