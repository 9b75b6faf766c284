'use client';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { LABEL_LENGTH } from './bulk-changes.ts';
import { useRoom } from './room.ts';

interface Props {
  name: string;
  onLabel: (label: string) => void;
  className?: string | undefined;
}

/** Takes one label at a time, by Enter or when it is left; offers those that are in use. */
export function LabelField({ name, onLabel, className }: Props) {
  const { annotations } = useObservable(useRoom().records.all);
  const list = useId();
  const [words, setWords] = useState('');
  const known = useMemo(
    () => [...new Set([...annotations.values()].flatMap(({ labels }) => labels ?? []))].sort(),
    [annotations],
  );
  const take = (): void => {
    if (words.trim() !== '') onLabel(words.trim());
    setWords('');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setWords('');
    if (event.key === 'Enter') take();
  };
  return (
    <>
      <input
        className={className}
        aria-label={name}
        placeholder="+ label"
        maxLength={LABEL_LENGTH}
        list={list}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={press}
        onBlur={take}
      />
      <datalist id={list}>
        {known.map((label) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
}
