import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { JoinAsMe } from '#components/sign-in/join-as-me.tsx';
import { JoinForm } from '#components/sign-in/join-form.tsx';
import { roleInWords } from '#components/group/role-words.ts';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { addressOf } from '#server/http/request-facts.ts';
import { runtime } from '#server/runtime.ts';
import { valueOf } from '../../answer.ts';
import { currentUser } from '../../current-user.ts';

export const metadata: Metadata = { title: 'Join' };

export default async function JoinPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const offer = await runtime().signIn.inviteOffer(code, addressOf(await headers()));
  if (offer === null)
    return (
      <Welcome title="This invite does not open anything">
        <p>It was revoked, has expired or is mistyped. Ask whoever sent it for a new link.</p>
        <p>
          Been here before? <Link href="/sign-in">Sign in</Link>, or open your return link.
        </p>
      </Welcome>
    );
  const user = await currentUser();
  const to = offer.reading === null ? '/' : `/readings/${encodeURIComponent(offer.reading)}`;
  const offered = (
    <p>
      You are invited to read{' '}
      {offer.readingTitle === null ? 'together' : `“${offer.readingTitle}” together`}, as{' '}
      {roleInWords(offer.role)}.
    </p>
  );
  if (user === null)
    return (
      <JoinForm code={code} group={offer.group} to={to}>
        {offered}
      </JoinForm>
    );
  const groups = valueOf(await runtime().people.groups(user));
  const isMember = groups.some(({ id }) => id === offer.groupId);
  return (
    <Welcome title={isMember ? `You are in ${offer.group} already` : `Join ${offer.group}`}>
      {!isMember && offered}
      <JoinAsMe code={code} user={user} isMember={isMember} />
    </Welcome>
  );
}
