import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { PredictionCard } from './prediction-card.tsx';
import styles from './reading-predictions.module.css';

interface Props {
  title: string;
  predictions: readonly Prediction[];
  /** Null for a reading that is no longer mine. */
  deskFor: (prediction: Prediction) => CardDesk | null;
}

/** The predictions of one reading, in the order of the text. */
export function ReadingPredictions({ title, predictions, deskFor }: Props) {
  if (predictions.length === 0) return null;
  return (
    <div className={styles.reading}>
      <h2 className={styles.title}>{title}</h2>
      {predictions.map((prediction) => {
        const desk = deskFor(prediction);
        return (
          desk !== null && (
            <PredictionCard key={prediction.id} prediction={prediction} desk={desk} />
          )
        );
      })}
    </div>
  );
}
