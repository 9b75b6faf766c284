import { Field, TextField } from '#components/ui/field.tsx';
import { grouped } from '#components/ui/grouped.ts';
import type { TypedEvidence } from './evidence-given.ts';
import parts from './part.module.css';
import styles from './evidence-fields.module.css';

/** Of a quotation or a note, as the record's schema has it. */
const LONGEST = 5000;
const NEAR = 4500;

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
        maxLength={LONGEST}
        hint={room(typed.quote)}
        value={typed.quote}
        onChange={({ target }) => onType({ ...typed, quote: target.value })}
      />
      <TextField
        label="Note"
        rows={2}
        maxLength={LONGEST}
        hint={room(typed.note)}
        value={typed.note}
        onChange={({ target }) => onType({ ...typed, note: target.value })}
      />
    </fieldset>
  );
}

/** Said near the limit only: the browser cuts what is longer without a word. */
function room({ length }: string): string | undefined {
  if (length < NEAR) return undefined;
  const count = `${grouped(length)} of ${grouped(LONGEST)} characters`;
  return length < LONGEST ? count : `${count}: what goes beyond is left out.`;
}
