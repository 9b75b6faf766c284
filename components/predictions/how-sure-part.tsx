import { type SubmitEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { counted } from '#components/ui/counted.ts';
import { textOf } from '#components/ui/text-of.ts';
import type { HowSure } from '#lib/insight/predictions/how-sure.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { judgement } from './judging.ts';
import { percentInWords, stepInWords, STEPS } from './ledger-words.ts';
import { mayExpect } from './may-judge.ts';
import styles from './part.module.css';

interface Props {
  prediction: Prediction;
  desk: CardDesk;
}

/** How sure the author sounds: mine first, then the group's median (PP2). */
export function HowSurePart({ prediction, desk }: Props) {
  const { howSure } = prediction;
  const mine = howSure.people.find(({ user }) => user === desk.user.id);
  const [changing, setChanging] = useState(false);
  const mayChange = mayExpect(desk.reading);

  function say(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = Number(textOf(new FormData(event.currentTarget), 'step'));
    const step = STEPS.find((one) => one.step === given)?.step;
    if (step === undefined) return;
    const before = mine === undefined ? [] : [mine.id];
    desk.write(judgement(prediction, desk.user, { kind: 'sounds', step }, before));
    setChanging(false);
  }

  if (mayChange && (mine === undefined || changing))
    return (
      <form onSubmit={say}>
        <fieldset className={styles.part}>
          <legend className={styles.title}>How sure does the {heard(prediction)} sound?</legend>
          <div className={styles.choices}>
            {STEPS.map(({ step, name }) => (
              <label key={step}>
                <input
                  type="radio"
                  name="step"
                  value={step}
                  required
                  defaultChecked={mine?.step === step}
                />
                {name}
              </label>
            ))}
          </div>
          <div className={styles.actions}>
            <Button type="submit">Say so</Button>
            {changing && (
              <Button kind="quiet" onClick={() => setChanging(false)}>
                Leave it
              </Button>
            )}
          </div>
        </fieldset>
      </form>
    );
  return (
    <div className={styles.part}>
      <h4 className={styles.title}>How sure it sounds</h4>
      <div className={styles.answer}>
        <p className={styles.line}>
          {mine !== undefined && (
            <>
              You: <b>{stepInWords(mine.step)}</b>.{' '}
            </>
          )}
          {groupInWords(howSure)}
        </p>
        {mine !== undefined && mayChange && (
          <Button kind="quiet" onClick={() => setChanging(true)}>
            Change
          </Button>
        )}
      </div>
    </div>
  );
}

function heard({ speaker }: Prediction): string {
  return speaker.voice === 'author' ? 'author' : 'speaker';
}

function groupInWords({ people, median, percent }: HowSure): string {
  if (median === null || percent === null) return 'Nobody has said.';
  const all = counted(people.length, 'person', 'people');
  const middle = people.length === 1 ? `of ${all}` : `the middle of what ${all} said`;
  return `The group: ${stepInWords(median)} (${middle}; counted as ${percentInWords(percent)}).`;
}
