import { type KeyboardEvent, useCallback } from 'react';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import { BlockRow } from './block-row.tsx';
import styles from './block-list.module.css';

interface Props {
  blocks: readonly ProposedBlock[];
  onChange: (change: (blocks: ProposedBlock[]) => ProposedBlock[]) => void;
}

/** The article as it will be read, each block with its kind. Up and down move from block to block. */
export function BlockList({ blocks, onChange }: Props) {
  const change = useCallback(
    (index: number, block: ProposedBlock) =>
      onChange((all) => all.map((old, at) => (at === index ? block : old))),
    [onChange],
  );

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as Element).closest('li');
    if (step === 0 || row === null) return;
    event.preventDefault();
    const next = step === 1 ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector<HTMLElement>('input:checked')?.focus();
  }

  return (
    <section aria-labelledby="blocks">
      <h2 id="blocks" className={styles.title}>
        Its blocks
      </h2>
      <p className={styles.help}>
        In a block, one key changes its kind: <kbd>h</kbd> heading, <kbd>p</kbd> paragraph,{' '}
        <kbd>q</kbd> quotation, <kbd>f</kbd> page furniture, which is kept but not shown.{' '}
        <kbd>↑</kbd> <kbd>↓</kbd> move.
      </p>
      <ol className={styles.blocks} onKeyDown={move}>
        {blocks.map((block, index) => (
          // Blocks keep their places; two may have the same words.
          <BlockRow key={index} block={block} index={index} onChange={change} />
        ))}
      </ol>
    </section>
  );
}
