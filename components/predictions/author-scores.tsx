import { AUTHOR_MINIMUM, type AuthorScore } from '#lib/insight/predictions/author-scores.ts';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import { percentInWords, scoreInWords, WHY_LEFT_OUT } from './ledger-words.ts';
import styles from './scores.module.css';

/** Per article what the author says, and what quoted voices say: never under five (PS2). */
export function AuthorScores({ ledger }: { ledger: Ledger }) {
  const told = ledger.authors.filter(
    ({ counted, leftOut, voice }) => voice === 'author' || counted.length + leftOut.length > 0,
  );
  return (
    <>
      <p className={styles.quiet}>
        How sure they sounded to the group, held against what happened. Lower is better: 0 is
        certain and always right, 0.25 is what sounding half sure every time gives, 1 is certain and
        always wrong.
      </p>
      {told.map((score) => (
        <VoiceScore key={`${score.article} ${score.voice}`} score={score} ledger={ledger} />
      ))}
    </>
  );
}

function VoiceScore({ score, ledger }: { score: AuthorScore; ledger: Ledger }) {
  const { article, voice, counted, leftOut } = score;
  const title = ledger.readings.find((reading) => reading.article === article)?.title ?? '';
  const all = counted.length + leftOut.length;
  return (
    <div className={styles.score}>
      <p className={styles.line}>
        {title}, {voice === 'author' ? 'the author' : 'quoted voices'}: <b>{scoreLine(score)}</b>
      </p>
      {all > 0 && (
        <details className={styles.details}>
          <summary>Which ones? (shows how they ended)</summary>
          <ul className={styles.claims}>
            {counted.map(({ prediction, percent, cameTrue }) => (
              <li key={prediction}>
                <PassageLink ledger={ledger} id={prediction} /> sounded {percentInWords(percent)}{' '}
                sure, {cameTrue ? 'came true' : 'did not come true'}
              </li>
            ))}
            {leftOut.map(({ prediction, why }) => (
              <li key={prediction}>
                <PassageLink ledger={ledger} id={prediction} /> not counted: {WHY_LEFT_OUT[why]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function scoreLine({ score, counted }: AuthorScore): string {
  return score === null
    ? `${counted.length} counted so far; from ${AUTHOR_MINIMUM} on there is a number`
    : `${scoreInWords(score)} from ${counted.length} predictions`;
}

function PassageLink({ ledger, id }: { ledger: Ledger; id: string }) {
  const words = ledger.predictions.find((one) => one.id === id)?.words ?? '';
  return (
    <a href={`#a=${id}`} className={styles.passage} dir="auto">
      {words}
    </a>
  );
}
