'use client';
import Link from 'next/link';
import { useRef } from 'react';
import { GiveText } from '#components/import/give-text.tsx';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { useLiveReading } from '#components/insights/use-live-reading.ts';
import { CardFoot } from './card-foot.tsx';
import type { LibraryReading } from './library.ts';
import { SourceLine, TextNote } from './source-line.tsx';
import { TagShares } from './tag-shares.tsx';
import { useInView } from './use-in-view.ts';
import styles from './reading-card.module.css';

interface Props {
  item: LibraryReading;
  user: { id: string; name: string };
  /** The group has no reading of the full text yet, and this person may add one. */
  wantsText: boolean;
}

/** One reading: what it is, how its tags divide, who is there. Its figures are live while it is in view. */
export function ReadingCard({ item, user, wantsText }: Props) {
  const card = useRef<HTMLElement>(null);
  const { reading, members } = item;
  const { insight, here } = useLiveReading(reading, user, item.insight, useInView(card));
  useKnownPeople(here?.map((presence) => presence.user.id) ?? [], members);
  const { article } = reading;

  return (
    <article
      ref={card}
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
      <div>
        <TagShares
          insight={insight}
          own={reading.phase === 'blind' && reading.place !== 'shared'}
        />
        <CardFoot reading={reading} insight={insight} members={members} here={here} user={user} />
      </div>
      {wantsText && <GiveText group={reading.group} title={article.title} />}
    </article>
  );
}
