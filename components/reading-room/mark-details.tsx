'use client';
import { X } from 'lucide-react';
import type { Annotation } from '#lib/annotation/record.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { withLabel } from './bulk-changes.ts';
import {
  type Flag,
  flagged,
  labelled,
  predicted,
  soundsTo,
  spokenBy,
  voiced,
} from './detail-changes.ts';
import { LabelField } from './label-field.tsx';
import { useRoom } from './room.ts';
import { WordsField } from './words-field.tsx';
import { sayHowSure, writeDetails } from './write-details.ts';
import styles from './mark-details.module.css';

const VOICES = [
  ['author', 'author', 'The author’s own words'],
  ['quoted', 'quoted', 'Somebody’s words, as they were said'],
  ['paraphrased', 'paraphrased', 'What somebody said, in the author’s words'],
] as const;

const FLAGS: readonly [Flag, string, string][] = [
  ['hedged', 'hedged', 'Softened: might, perhaps, it seems'],
  ['conditional', 'conditional', 'Holds only if something else does'],
  ['loaded', 'loaded', 'Worded so that it judges'],
];

const STEPS = [1, 2, 3, 4, 5] as const;

/** What can be said of my mark beyond its tag: one row, each click and each field a change of its own. */
export function MarkDetails({ annotation }: { annotation: Annotation }) {
  const room = useRoom();
  const { tag, voice, labels = [], prediction } = annotation;
  const change = (changed: Annotation): void => writeDetails(room, changed);
  const flags: typeof FLAGS =
    tag === 'fact'
      ? [...FLAGS, ['worthChecking', 'worth checking', 'Somebody should look this up']]
      : FLAGS;
  return (
    <div role="group" aria-label="Details of the mark" className={styles.details}>
      <span role="group" aria-label="Whose words" className={styles.group}>
        {VOICES.map(([kind, name, title]) => (
          <Chip
            key={kind}
            name={name}
            title={title}
            on={voice?.kind === kind}
            onClick={() => change(voiced(annotation, kind))}
          />
        ))}
      </span>
      {voice !== undefined && voice.kind !== 'author' && (
        <WordsField
          name="Who says it"
          words={voice.who ?? ''}
          maxLength={200}
          onWords={(who) => change(spokenBy(annotation, who))}
        />
      )}
      {flags.map(([flag, name, title]) => (
        <Chip
          key={flag}
          name={name}
          title={title}
          on={annotation[flag] === true}
          onClick={() => change(flagged(annotation, flag))}
        />
      ))}
      {tag === 'prediction' && (
        <>
          <WordsField
            name="By when"
            words={prediction?.by ?? ''}
            maxLength={200}
            onWords={(words) => change(predicted(annotation, 'by', words))}
          />
          <WordsField
            name="Judged by"
            words={prediction?.judgedBy ?? ''}
            maxLength={500}
            onWords={(words) => change(predicted(annotation, 'judgedBy', words))}
          />
          <HowSure on={annotation.id} />
          {!room.records.isPrivate(annotation.id) && (
            <a href={`/groups/${room.page.reading.group}/predictions#a=${annotation.id}`}>
              in the ledger
            </a>
          )}
        </>
      )}
      {labels.map((label) => (
        <button
          key={label}
          type="button"
          className={styles.chip}
          aria-label={`Take off the label ${label}`}
          onClick={() =>
            change(
              labelled(
                annotation,
                labels.filter((one) => one !== label),
              ),
            )
          }
        >
          {label} <X size={11} aria-hidden="true" />
        </button>
      ))}
      <LabelField
        className={styles.field}
        name="Add a label"
        onLabel={(label) => change(labelled(annotation, withLabel(labels, label)))}
      />
    </div>
  );
}

interface ChipProps {
  name: string;
  title: string;
  on: boolean;
  onClick: () => void;
}

function Chip({ name, title, on, onClick }: ChipProps) {
  return (
    <button type="button" className={styles.chip} title={title} aria-pressed={on} onClick={onClick}>
      {name}
    </button>
  );
}

/** Five steps, which say how sure the author sounds to me; the same step again takes it back. */
function HowSure({ on }: { on: string }) {
  const room = useRoom();
  const said = soundsTo(useObservable(room.records.all), room.page.user.id, on);
  return (
    <span role="group" aria-label="How sure the author sounds" className={styles.sure}>
      how sure
      {STEPS.map((step) => (
        <button
          key={step}
          type="button"
          className={styles.step}
          aria-pressed={said?.step === step}
          aria-label={`${step} of 5`}
          data-filled={said !== null && step <= said.step}
          onClick={() => sayHowSure(room, on, step)}
        />
      ))}
    </span>
  );
}
