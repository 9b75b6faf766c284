import styles from './quotation-source.module.css';

interface Props {
  index: number;
  source: string;
  onChange: (source: string) => void;
}

/** Whose words the block quotes: shown in small type under it, and noted with every mark in it. */
export function QuotationSource({ index, source, onChange }: Props) {
  return (
    <label className={styles.source}>
      Quoted from
      <input
        type="text"
        value={source}
        maxLength={200}
        placeholder="whom or which paper"
        autoComplete="off"
        aria-label={`Source of the quotation in block ${index + 1}`}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
