import { ChevronDown } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface Around {
  label: string;
  /** Said below, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong with it and what to do; null when nothing is. */
  error?: string | null;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function Labelled({
  label,
  hint,
  error = null,
  children,
}: Around & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const about = error === null && hint === undefined ? undefined : `${id}-about`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': about,
        'aria-invalid': error === null ? undefined : true,
      })}
      {about !== undefined && (
        <p id={about} className={error === null ? styles.hint : styles.error}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** One line to fill in. */
export function Field({
  label,
  hint,
  error = null,
  className,
  ...input
}: Around & ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => (
        <input {...input} {...described} className={`${styles.input} ${className ?? ''}`} />
      )}
    </Labelled>
  );
}

/** Several lines to fill in. */
export function TextField({
  label,
  hint,
  error = null,
  className,
  ...input
}: Around & ComponentProps<'textarea'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => (
        <textarea {...input} {...described} className={`${styles.input} ${className ?? ''}`} />
      )}
    </Labelled>
  );
}

/** One of several. */
export function ChoiceField({
  label,
  hint,
  error = null,
  className,
  ...select
}: Around & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => (
        <span className={styles.choice}>
          <select {...select} {...described} className={`${styles.input} ${className ?? ''}`} />
          <ChevronDown size={16} aria-hidden="true" />
        </span>
      )}
    </Labelled>
  );
}
