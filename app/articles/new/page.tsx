import type { Metadata } from 'next';
import { ImportDesk } from '#components/import/import-desk.tsx';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { Page } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { can } from '#lib/permission/can.ts';
import { runtime } from '#server/runtime.ts';
import { valueOf } from '../../answer.ts';
import { requireUser } from '../../current-user.ts';
import { one, type Search } from '../../search.ts';

export const metadata: Metadata = { title: 'Add an article' };

export default async function NewArticle({ searchParams }: { searchParams: Search }) {
  const asked = one((await searchParams).group);
  const query = asked === undefined ? '' : `?group=${encodeURIComponent(asked)}`;
  const user = await requireUser(`/articles/new${query}`);
  const groups = valueOf(await runtime().people.groups(user)).filter(({ role }) =>
    can({ role }, 'reading.manage'),
  );
  const group = groups.find(({ id }) => id === asked) ?? groups[0];
  return (
    <>
      <TopBar back={{ href: `/${query}`, label: 'Library' }} title="Add an article">
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <ImportDesk
          groups={groups.map(({ id, name }) => ({ id, name }))}
          group={group?.id ?? null}
        />
      </Page>
    </>
  );
}
