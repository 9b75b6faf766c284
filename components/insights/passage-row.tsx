import { TagCounts } from '#components/ui/tag-counts.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import type { Passage } from '#lib/insight/insight.ts';
import type { PassageSource } from './passage-list.tsx';
import { PassageQuote } from './passage-quote.tsx';
import { placeInWords } from './passage-words.ts';
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
          {members} marked · {placeInWords(start, article.blocks)}
        </p>
      </div>
      <div className={styles.split}>
        <TagSplitBar counts={tags} decorative />
        <TagCounts counts={tags} />
      </div>
    </li>
  );
}
