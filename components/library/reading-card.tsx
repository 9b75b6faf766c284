import Link from 'next/link';
import { GiveText } from './later.tsx';
import type { LibraryReading } from './library.ts';
import { ReadingFigures } from './reading-figures.tsx';
import { SourceLine, TextNote } from './source-line.tsx';
import styles from './reading-card.module.css';

interface Props {
  item: LibraryReading;
  user: { id: string; name: string };
  /** The group has no reading of the full text yet, and this person may add one. */
  wantsText: boolean;
}

/** One reading: what it is, and its figures. */
export function ReadingCard({ item, user, wantsText }: Props) {
  const { reading } = item;
  const { article } = reading;
  return (
    <article
      className={styles.card}
      data-brief={article.teaser === null}
      aria-labelledby={`title-${reading.id}`}
    >
      <div className={styles.about}>
        <h2 id={`title-${reading.id}`} className={styles.title}>
          <Link href={`/readings/${reading.id}`}>{article.title}</Link>
        </h2>
        <SourceLine article={article} />
        {article.teaser !== null && <p className={styles.teaser}>{article.teaser}</p>}
        <TextNote reading={reading} />
      </div>
      <ReadingFigures item={item} user={user} />
      {wantsText && <GiveText group={reading.group} title={article.title} />}
    </article>
  );
}
