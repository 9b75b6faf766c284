import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { counted } from '#components/ui/counted.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Page, PageHead } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { can } from '#lib/permission/can.ts';
import type { GroupView, InviteView, MemberView, Myself } from '#lib/protocol/http.ts';
import { Invites } from './invites.tsx';
import { KeepFresh } from './keep-fresh.tsx';
import { Members } from './members.tsx';
import type { GroupReading } from './group-reading.ts';
import { Readings } from './readings.tsx';
import { groupPageTitle } from './role-words.ts';

export interface GroupPageView {
  user: Myself;
  group: GroupView;
  members: MemberView[];
  /** Null for who may not manage the group. */
  invites: InviteView[] | null;
  readings: GroupReading[];
  /** See `Invites`. */
  openWith: string | null;
}

/** Who is in a group, and the links that let others in. */
export function GroupPage({ view }: { view: GroupPageView }) {
  const { user, group, members, invites, readings, openWith } = view;
  const mayManage = can({ role: group.role }, 'group.manage');
  const title = groupPageTitle(group.role);
  return (
    <>
      <TopBar
        back={{ href: `/?group=${encodeURIComponent(group.id)}`, label: group.name }}
        title={title}
      >
        <AccountMenu user={user} />
      </TopBar>
      <KeepFresh />
      <Page>
        <PageHead
          title={title}
          below={`${group.name} · ${counted(members.length, 'person', 'people')}`}
        >
          <LinkButton href={`/groups/${encodeURIComponent(group.id)}/predictions`}>
            Predictions
          </LinkButton>
        </PageHead>
        {invites !== null && (
          <Invites group={group.id} invites={invites} readings={readings} openWith={openWith} />
        )}
        <Members
          group={group.id}
          members={members}
          me={user.id}
          mayManage={mayManage}
          readings={readings}
        />
        {mayManage && <Readings readings={readings} />}
      </Page>
    </>
  );
}
