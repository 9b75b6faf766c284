import type { Metadata } from 'next';
import { LibraryPage } from '#components/library/library-page.tsx';
import { NoGroups } from '#components/library/no-groups.tsx';
import { requireUser } from './current-user.ts';
import { libraryOf } from './library.ts';
import { one, type Search } from './search.ts';

/** The layout's template does not reach the page beside it. */
export const metadata: Metadata = { title: { absolute: 'Library · Postil' } };

export default async function Home({ searchParams }: { searchParams: Search }) {
  const user = await requireUser('/');
  const library = await libraryOf(user, one((await searchParams).group));
  return library === null ? <NoGroups user={user} /> : <LibraryPage library={library} />;
}
