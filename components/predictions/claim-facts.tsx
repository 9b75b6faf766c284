import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import { dayInWords } from './ledger-words.ts';
import styles from './claim-facts.module.css';

/** Who says it, by when, and by what it is judged. */
export function ClaimFacts({ prediction }: { prediction: Prediction }) {
  const { speaker, by, judgedBy } = prediction;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Who says it</dt>
        <dd>{speakerInWords(speaker)}</dd>
      </div>
      <div>
        <dt>By when</dt>
        <dd>{whenInWords(by)}</dd>
      </div>
      <div>
        <dt>How one could tell</dt>
        <dd>
          {judgedBy.length === 0 ? (
            <span className={styles.unsaid}>nobody has said</span>
          ) : (
            judgedBy.join(' / ')
          )}
        </dd>
      </div>
    </dl>
  );
}

function speakerInWords({ voice, who }: Prediction['speaker']): string {
  return voice === 'author' ? 'the author' : (who ?? 'somebody who is quoted');
}

function whenInWords({ words, due, passed }: Prediction['by']): string {
  const said = words.length === 0 ? 'nobody has said' : words.map(dayInWords).join(' / ');
  if (due !== null) return `${said} (${passed ? 'has passed' : 'still to come'})`;
  return passed
    ? `${said} (counts as passed: the article is over a year old)`
    : `${said} (no date is known)`;
}
