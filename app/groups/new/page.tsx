import type { Metadata } from 'next';
import { NewGroupForm } from '#components/group/new-group-form.tsx';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { Page, PageHead } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { requireUser } from '../../current-user.ts';

export const metadata: Metadata = { title: 'New group' };

export default async function NewGroup() {
  const user = await requireUser('/groups/new');
  return (
    <>
      <TopBar back={{ href: '/', label: 'Library' }} title="New group">
        <AccountMenu user={user} />
      </TopBar>
      <Page width="narrow">
        <PageHead title="New group" below="People who read together. You will be its instructor." />
        <NewGroupForm />
      </Page>
    </>
  );
}
