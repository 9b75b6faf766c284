import { Field, TextField } from '#components/ui/field.tsx';
import type { TypedEvidence } from './evidence-given.ts';
import parts from './part.module.css';
import styles from './evidence-fields.module.css';

interface Props {
  number: number;
  of: number;
  typed: TypedEvidence;
  onType: (typed: TypedEvidence) => void;
}

/** One piece of evidence: a link, a quotation, a note, or several of them. */
export function EvidenceFields({ number, of, typed, onType }: Props) {
  return (
    <fieldset className={`${parts.part} ${styles.evidence}`}>
      <legend className={styles.legend}>{of === 1 ? 'Evidence' : `Evidence ${number}`}</legend>
      <Field
        label="Link"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={2000}
        placeholder="https://"
        value={typed.url}
        onChange={({ target }) => onType({ ...typed, url: target.value })}
      />
      <TextField
        label="What it says there"
        rows={2}
        maxLength={5000}
        value={typed.quote}
        onChange={({ target }) => onType({ ...typed, quote: target.value })}
      />
      <TextField
        label="Note"
        rows={2}
        maxLength={5000}
        value={typed.note}
        onChange={({ target }) => onType({ ...typed, note: target.value })}
      />
    </fieldset>
  );
}
