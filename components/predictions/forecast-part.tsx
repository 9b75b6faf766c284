import type { SubmitEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { counted } from '#components/ui/counted.ts';
import { textOf } from '#components/ui/text-of.ts';
import type { Forecast } from '#lib/insight/predictions/forecasts.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { judgement } from './judging.ts';
import { percentInWords } from './ledger-words.ts';
import { mayExpect } from './may-judge.ts';
import styles from './part.module.css';

interface Props {
  prediction: Prediction;
  desk: CardDesk;
}

/** My own forecast, and those of the others: folded away until I have given mine (PP3). Once there is an outcome, none is asked for. */
export function ForecastPart({ prediction, desk }: Props) {
  const { forecasts, by, outcome } = prediction;
  const mine = forecasts.findLast(({ user }) => user === desk.user.id);
  const others = forecasts.filter(({ user }) => user !== desk.user.id);
  const told = outcome !== null && outcome.result !== 'open';
  const asked = !by.passed && !told && mayExpect(desk.reading);
  return (
    <div className={styles.part}>
      {asked ? (
        <ForecastForm key={mine?.id} prediction={prediction} desk={desk} mine={mine} />
      ) : (
        <h4 className={styles.title}>Forecasts</h4>
      )}
      {asked && mine === undefined ? (
        <p className={styles.quiet}>{foldedInWords(others.length)}</p>
      ) : (
        <ul className={styles.list}>
          {forecasts
            .filter((one) => !asked || one !== mine)
            .map((one) => (
              <li key={one.id}>{forecastInWords(one, desk)}</li>
            ))}
        </ul>
      )}
    </div>
  );
}

function ForecastForm({ prediction, desk, mine }: Props & { mine: Forecast | undefined }) {
  function say(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const percent = Number(textOf(new FormData(event.currentTarget), 'percent'));
    const before = mine === undefined ? [] : [mine.id];
    desk.write(judgement(prediction, desk.user, { kind: 'forecast', percent }, before));
  }
  return (
    <form onSubmit={say} className={styles.actions}>
      <label className={styles.number}>
        How likely do you think it is that this comes true?
        <input
          type="number"
          name="percent"
          min={0}
          max={100}
          step="any"
          required
          inputMode="decimal"
          defaultValue={mine?.percent}
        />
        %
      </label>
      <Button type="submit">{mine === undefined ? 'Give my forecast' : 'Change it'}</Button>
    </form>
  );
}

function foldedInWords(others: number): string {
  if (others === 0) return 'Nobody else has given a forecast yet.';
  const have = `${counted(others, 'person has', 'people have')} said already.`;
  return `${have} You see it when you have given your own forecast, so that you think for yourself; it is no secret.`;
}

function forecastInWords({ user, percent, hindsight }: Forecast, { nameOf }: CardDesk): string {
  const said = `${capital(nameOf(user))}: ${percentInWords(percent)}`;
  return hindsight ? `${said} (given when the answer was known, so it is not counted)` : said;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
