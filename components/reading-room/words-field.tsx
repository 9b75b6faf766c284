'use client';
import { type KeyboardEvent, useState } from 'react';
import styles from './mark-details.module.css';

interface Props {
  /** Stands in it while it is empty. */
  name: string;
  words: string;
  maxLength: number;
  onWords: (words: string) => void;
}

/** A few words, taken by Enter or when the field is left; Escape gives back what was there. */
export function WordsField({ name, words, maxLength, onWords }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed !== null && typed.trim() !== words) onWords(typed);
    setTyped(null);
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setTyped(null);
    if (key === 'Enter') take();
  };
  return (
    <input
      className={styles.field}
      aria-label={name}
      placeholder={name.toLowerCase()}
      title={name}
      maxLength={maxLength}
      value={typed ?? words}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={press}
      onBlur={take}
    />
  );
}
