import { type BlockKind, KINDS } from './block-kinds.ts';
import styles from './kind-choice.module.css';

interface Props {
  index: number;
  kind: BlockKind;
  onChange: (kind: BlockKind) => void;
}

/** The chosen kind in a word, and four letters, each always in its own column. */
export function KindChoice({ index, kind, onChange }: Props) {
  return (
    <div role="radiogroup" aria-label={`Kind of block ${index + 1}`} className={styles.kinds}>
      <span aria-hidden="true" className={styles.chosen}>
        {KINDS.find((one) => one.kind === kind)?.name}
      </span>
      {KINDS.map(({ kind: value, name, key }) => (
        <label key={value} className={styles.kind} title={`${name} (${key})`}>
          <input
            type="radio"
            value={value}
            name={`kind-${index}`}
            aria-label={name}
            checked={value === kind}
            onChange={() => onChange(value)}
          />
          <span aria-hidden="true">{key.toUpperCase()}</span>
        </label>
      ))}
    </div>
  );
}
