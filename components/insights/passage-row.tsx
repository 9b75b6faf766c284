import { counted } from '#components/ui/counted.ts';
import type { Passage } from '#lib/insight/insight.ts';
import type { PassageSource } from './passage-list.tsx';
import { PassageQuote } from './passage-quote.tsx';
import { placeInWords } from './passage-words.ts';
import { SplitBar } from './split-bar.tsx';
import styles from './passage-list.module.css';

interface Props {
  rank: number;
  passage: Passage;
  article: PassageSource;
}

/** A passage, and how its tags divide among members. */
export function PassageRow({ rank, passage, article }: Props) {
  const { start, members, tags } = passage;
  return (
    <li className={styles.row}>
      <span className={styles.rank} aria-hidden="true">
        {rank}
      </span>
      <div>
        <p className={styles.words}>
          <PassageQuote passage={passage} article={article} />
        </p>
        <p className={styles.about}>
          {counted(members, 'person', 'people')} marked this · {placeInWords(start, article.blocks)}
        </p>
      </div>
      <div className={styles.split}>
        <SplitBar counts={tags} />
      </div>
    </li>
  );
}
