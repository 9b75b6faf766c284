import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Page, PageHead } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import type { Myself } from '#lib/protocol/http.ts';
import styles from './no-groups.module.css';

/** The library of somebody who is in no group. */
export function NoGroups({ user }: { user: Myself }) {
  return (
    <>
      <TopBar>
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <PageHead title={`Hello, ${user.name}`} />
        <p className={styles.words}>
          You are in no group yet. Open the invite that somebody sent you, or make a group of your
          own and invite others.
        </p>
        <LinkButton kind="main" href="/groups/new">
          Make a group
        </LinkButton>
      </Page>
    </>
  );
}
