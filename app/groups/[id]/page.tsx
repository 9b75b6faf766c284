import { headers } from 'next/headers';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GroupPage, type GroupPageView } from '#components/group/group-page.tsx';
import { groupPageTitle } from '#components/group/role-words.ts';
import { can } from '#lib/permission/can.ts';
import { originOf } from '#server/http/request-facts.ts';
import { runtime } from '#server/runtime.ts';
import type { User } from '#server/usecases/use-cases.ts';
import { valueOf } from '../../answer.ts';
import { currentUser, requireUser } from '../../current-user.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const user = await currentUser();
  const groups = user === null ? null : await runtime().people.groups(user);
  const group = groups?.ok ? groups.value.find((mine) => mine.id === id) : undefined;
  return group === undefined ? {} : { title: groupPageTitle(group.role) };
}

export default async function Group({ params }: Props) {
  const { id } = await params;
  const user = await requireUser(`/groups/${encodeURIComponent(id)}`);
  return <GroupPage view={await viewOf(user, id)} />;
}

async function viewOf(user: User, id: string): Promise<GroupPageView> {
  const { people, readings, reach } = runtime();
  const group = valueOf(await people.groups(user)).find((mine) => mine.id === id) ?? notFound();
  const mayManage = can({ role: group.role }, 'group.manage');
  return {
    user,
    group,
    members: valueOf(await people.members(user, id)),
    invites: mayManage ? valueOf(await people.invites(user, id, originOf(await headers()))) : null,
    readings: valueOf(await readings.list(user))
      .filter((reading) => reading.group === group.id)
      .map(({ id, article, phase, due }) => ({ id, title: article.title, phase, due })),
    openWith: reach().openWith,
  };
}
