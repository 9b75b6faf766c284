import { type KeyboardEvent, memo } from 'react';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import { KindChoice } from './kind-choice.tsx';
import { KINDS, ofKind } from './block-kinds.ts';
import { QuotationSource } from './quotation-source.tsx';
import styles from './block-list.module.css';

interface Props {
  block: ProposedBlock;
  index: number;
  onChange: (index: number, block: ProposedBlock) => void;
}

/** One block: its kind and why, and its words looking as they will be read. */
export const BlockRow = memo(function BlockRow({ block, index, onChange }: Props) {
  function changeByKey(event: KeyboardEvent<HTMLLIElement>): void {
    const kind = KINDS.find(({ key }) => key === event.key.toLowerCase())?.kind;
    const writes = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (kind === undefined || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(index, ofKind(block, kind));
    event.currentTarget.querySelector<HTMLElement>(`input[value="${kind}"]`)?.focus();
  }

  return (
    <li className={styles.row} data-kind={block.kind} onKeyDown={changeByKey}>
      <div className={styles.side}>
        <KindChoice
          index={index}
          kind={block.kind}
          onChange={(kind) => onChange(index, ofKind(block, kind))}
        />
        {block.why !== undefined && <p className={styles.why}>{block.why}</p>}
      </div>
      <div className={styles.words}>
        <p dir="auto">{block.text}</p>
        {block.kind === 'quotation' && (
          <QuotationSource
            index={index}
            source={block.source ?? ''}
            onChange={(source) => onChange(index, { ...block, source })}
          />
        )}
      </div>
    </li>
  );
});
