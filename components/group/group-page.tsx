import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { counted } from '#components/ui/counted.ts';
import { Page, PageHead } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { can } from '#lib/permission/can.ts';
import type { GroupView, InviteView, MemberView } from '#lib/protocol/http.ts';
import { Invites } from './invites.tsx';
import { Members } from './members.tsx';

export interface GroupPageView {
  user: { id: string; name: string };
  group: GroupView;
  members: MemberView[];
  /** Null for who may not manage the group. */
  invites: InviteView[] | null;
  readings: { id: string; title: string }[];
  onlyThisMachine: boolean;
}

/** Who is in a group, and the links that let others in. */
export function GroupPage({ view }: { view: GroupPageView }) {
  const { user, group, members, invites, readings, onlyThisMachine } = view;
  const mayManage = can({ role: group.role }, 'group.manage');
  return (
    <>
      <TopBar
        back={{ href: `/?group=${encodeURIComponent(group.id)}`, label: group.name }}
        title="People and invites"
      >
        <AccountMenu user={user} />
      </TopBar>
      <Page>
        <PageHead
          title="People and invites"
          below={`${group.name} · ${counted(members.length, 'person', 'people')}`}
        />
        {invites !== null && (
          <Invites
            group={group.id}
            invites={invites}
            readings={readings}
            onlyThisMachine={onlyThisMachine}
          />
        )}
        <Members group={group.id} members={members} me={user.id} mayManage={mayManage} />
      </Page>
    </>
  );
}
