import { memo, useId } from 'react';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { PassageRow } from './passage-row.tsx';
import styles from './passage-list.module.css';

/** The article that the offsets refer to. */
export interface PassageSource {
  reading: string;
  text: string;
  blocks: readonly Block[];
}

interface Props {
  title: string;
  /** In place of an empty list. */
  none?: string;
  passages: readonly Passage[];
  article: PassageSource;
}

export const PassageList = memo(function PassageList({
  title,
  none = '',
  passages,
  article,
}: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {passages.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ol className={styles.list}>
          {passages.map((passage, index) => (
            <PassageRow
              key={`${passage.start}-${passage.end}`}
              rank={index + 1}
              passage={passage}
              article={article}
            />
          ))}
        </ol>
      )}
    </section>
  );
});
