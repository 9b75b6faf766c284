'use client';
import Link from 'next/link';
import { useMemo } from 'react';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { Page } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { bestPerSentence } from '#lib/insight/best-per-sentence.ts';
import { contestScore, mostContested, sharedScore } from '#lib/insight/passages.ts';
import { BeforeAfter } from './before-after.tsx';
import { BlindNotice } from './blind-notice.tsx';
import { HowSure } from './how-sure.tsx';
import type { InsightView } from './insight-view.ts';
import { Lead } from './lead.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { leadsElsewhere } from './leads-elsewhere.ts';
import { OtherArticles } from './other-articles.tsx';
import { PassageList } from './passage-list.tsx';
import { passageTable, splitRows } from './passage-data.ts';
import { PerPerson } from './per-person.tsx';
import { splitBarsPicture } from './picture.ts';
import { TagFigures } from './tag-figures.tsx';
import { useAgreement } from './use-agreement.ts';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { useLiveReading } from './use-live-reading.ts';
import { ViewData } from './view-data.tsx';
import { WhereMarks } from './where-marks.tsx';
import styles from './insight-page.module.css';

const SHOWN = 5;
const CONTESTED = 'Where you differ most';

/** What the marks of one reading add up to, live. */
export function InsightPage({ view }: { view: InsightView }) {
  const { user, reading, text, blocks, members } = view;
  const { insight: counted, records } = useLiveReading(reading, user, view.insight, true);
  const agreed = useAgreement(view, records);
  const insight = useMemo(() => ({ ...counted, ...agreed }), [counted, agreed]);
  useKnownPeople(
    insight.people.map((person) => person.user),
    members,
  );
  const { passages } = insight;
  const contested = useMemo(
    () => bestPerSentence(passages, blocks, contestScore, SHOWN),
    [passages, blocks],
  );
  const marked = useMemo(
    () => bestPerSentence(passages, blocks, sharedScore, SHOWN),
    [passages, blocks],
  );
  const article = useMemo(
    () => ({ reading: reading.id, text, blocks }),
    [reading.id, text, blocks],
  );

  return (
    <>
      <TopBar
        back={{ href: `/readings/${reading.id}`, label: reading.article.title }}
        title="Insight"
      >
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <div className={styles.page}>
          <div className={styles.head}>
            <h1 className={styles.name}>
              <VisuallyHidden>Insight: </VisuallyHidden>
              {reading.article.title}
            </h1>
            <nav aria-label="More about this reading" className={styles.elsewhere}>
              <Link href={`/readings/${reading.id}/present`}>Present</Link>
              <Link href={`/readings/${reading.id}/report`}>Report</Link>
              <Link href={`/groups/${reading.group}/predictions`}>Predictions</Link>
            </nav>
          </div>
          <BlindNotice reading={reading} />
          {insight.annotations === 0 ? (
            <NothingYet reading={reading} />
          ) : (
            <>
              <Lead insight={insight} contested={contested.length} members={members} />
              <div className={styles.columns}>
                <div>
                  <PassageList
                    title={CONTESTED}
                    none="Nobody differs yet: no passage has two kinds of tag."
                    passages={contested}
                    article={article}
                  />
                  {contested.length > 0 && (
                    <ViewData
                      title={CONTESTED}
                      file="contested-passages"
                      table={(most) => passageTable(mostContested(passages), article, most)}
                      picture={() => splitBarsPicture(CONTESTED, splitRows(contested, article))}
                    />
                  )}
                  {leadsElsewhere(marked, contested, blocks) && (
                    <PassageList title="Most marked" passages={marked} article={article} />
                  )}
                </div>
                <div>
                  <TagFigures insight={insight} length={text.length} />
                  <WhereMarks passages={insight.passages} article={article} />
                </div>
              </div>
              <div className={styles.more}>
                <HowSure agreement={insight.agreement} gamma={insight.gamma} />
                <PerPerson
                  persons={insight.persons}
                  members={members}
                  me={user.id}
                  all={reading.role === 'instructor'}
                />
                <BeforeAfter reading={reading.id} blocks={blocks} members={members} now={insight} />
                <OtherArticles reading={reading} now={insight} />
              </div>
            </>
          )}
        </div>
      </Page>
    </>
  );
}
