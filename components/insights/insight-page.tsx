'use client';
import Link from 'next/link';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { Page } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { mostContested, mostMarked } from '#lib/insight/passages.ts';
import { ByPerson } from './by-person.tsx';
import type { InsightView } from './insight-view.ts';
import { Lead } from './lead.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { leadsElsewhere, onePerSentence } from './one-per-sentence.ts';
import { PassageList } from './passage-list.tsx';
import { TagFigures } from './tag-figures.tsx';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { useLiveReading } from './use-live-reading.ts';
import { WhereMarks } from './where-marks.tsx';
import styles from './insight-page.module.css';

const SHOWN = 5;

/** What the marks of one reading add up to, live. */
export function InsightPage({ view }: { view: InsightView }) {
  const { user, reading, text, blocks, members } = view;
  const { insight } = useLiveReading(reading, user, view.insight, true);
  useKnownPeople(
    insight.people.map((person) => person.user),
    members,
  );
  const contested = onePerSentence(mostContested(insight.passages), blocks, SHOWN);
  const marked = onePerSentence(mostMarked(insight.passages), blocks, SHOWN);
  const article = { reading: reading.id, text, blocks };

  return (
    <>
      <TopBar
        back={{ href: `/readings/${reading.id}`, label: reading.article.title }}
        title="Insight"
      >
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <h1 className={styles.name}>
          <VisuallyHidden>Insight: </VisuallyHidden>
          {reading.article.title}
        </h1>
        <Link href={`/groups/${reading.group}/predictions`} className={styles.elsewhere}>
          Predictions
        </Link>
        {insight.annotations === 0 ? (
          <NothingYet reading={reading} />
        ) : (
          <>
            <Lead insight={insight} contested={contested.length} members={members.length} />
            <div className={styles.columns}>
              <div>
                <PassageList
                  title="Where you differ most"
                  none="Nobody differs yet: no passage has two kinds of tag."
                  passages={contested}
                  article={article}
                />
                {leadsElsewhere(marked, contested, blocks) && (
                  <PassageList title="Most marked" passages={marked} article={article} />
                )}
              </div>
              <div>
                <TagFigures insight={insight} length={text.length} />
                <WhereMarks passages={insight.passages} article={article} />
                <ByPerson people={insight.people} members={members} me={user.id} />
              </div>
            </div>
          </>
        )}
      </Page>
    </>
  );
}
