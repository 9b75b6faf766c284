import Link from 'next/link';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { counted } from '#components/ui/counted.ts';
import { Page, PageHead } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { can } from '#lib/permission/can.ts';
import type { GroupView } from '#lib/protocol/http.ts';
import { GroupMenu } from './group-menu.tsx';

import { InviteStrip } from './later.tsx';
import type { Library, LibraryReading } from './library.ts';
import { ReadingCard } from './reading-card.tsx';
import styles from './library-page.module.css';

/** The readings of one group side by side. */
export function LibraryPage({ library }: { library: Library }) {
  const { user, groups, group, readings, invite } = library;
  const mayAdd = can({ role: group.role }, 'reading.manage');
  const addHref = `/articles/new?group=${encodeURIComponent(group.id)}`;
  return (
    <>
      <TopBar title={<GroupMenu groups={groups} group={group} />}>
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <PageHead title={group.name} below={<About group={group} readings={readings.length} />}>
          {readings.length > 0 && (
            <LinkButton href={`/groups/${encodeURIComponent(group.id)}/predictions`}>
              Predictions
            </LinkButton>
          )}
          {mayAdd && <LinkButton href={addHref}>Add an article</LinkButton>}
        </PageHead>
        {readings.length === 0 ? (
          <p className={styles.none}>
            Nothing to read here yet.{' '}
            {mayAdd
              ? 'Add an article: drop a file or paste its text.'
              : 'Your instructor adds the first article.'}
          </p>
        ) : (
          <div className={styles.readings}>
            {readings.map((item) => (
              <ReadingCard
                key={item.reading.id}
                item={item}
                user={user}
                wantsText={mayAdd && lacksText(item)}
              />
            ))}
          </div>
        )}
        {invite !== null && <InviteStrip key={group.id} group={group.id} {...invite} />}
      </Page>
    </>
  );
}

function About({ group, readings }: { group: GroupView; readings: number }) {
  const { instructors } = group;
  return (
    <>
      <Link href={`/groups/${encodeURIComponent(group.id)}`} className={styles.people}>
        {counted(group.members, 'person', 'people')}
      </Link>
      {` · ${counted(readings, 'reading')}`}
      {instructors.length > 0 &&
        ` · ${instructors.length === 1 ? 'instructor' : 'instructors'} ${instructors.join(', ')}`}
    </>
  );
}

/** A digest without a reading of the full text beside it. */
function lacksText({ reading: { article, fullText } }: LibraryReading): boolean {
  return article.digest && fullText === null;
}
