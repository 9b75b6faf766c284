import { ChoiceField, Field, TextField } from '#components/ui/field.tsx';
import type { About } from './confirmed-import.ts';
import type { ImportGroup } from './import-desk.tsx';
import styles from './about-fields.module.css';

interface Props {
  about: About;
  onChange: (about: About) => void;
  groups: readonly ImportGroup[];
  /** Id of the group that gets a reading at once; empty for none. */
  into: string;
  onInto: (group: string) => void;
}

/** What will stand under the title. */
export function AboutFields({ about, onChange, groups, into, onInto }: Props) {
  const field = (name: keyof About) => ({
    value: about[name],
    maxLength: 300,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...about, [name]: event.target.value }),
  });
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <Field label="Title" required {...field('title')} />
      </div>
      <Field label="Byline" hint="Who wrote it, as printed." {...field('byline')} />
      <Field label="Source" hint="Where it was published." {...field('source')} />
      <Field
        label="Written"
        hint="When, and how you know: predictions are judged from that day on."
        {...field('written')}
      />
      <ChoiceField
        label="Make a reading in"
        value={into}
        onChange={(event) => onInto(event.target.value)}
      >
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="">No group yet</option>
      </ChoiceField>
      <div className={styles.wide}>
        <TextField
          rows={3}
          label="Note on the text"
          hint="What readers should know of its state, e.g. “a shortened copy”."
          {...field('note')}
        />
      </div>
    </div>
  );
}
