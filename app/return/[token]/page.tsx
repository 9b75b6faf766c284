import type { Metadata } from 'next';
import { localPath } from '#components/sign-in/local-path.ts';
import { ReturnButton } from '#components/sign-in/return-button.tsx';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { runtime } from '#server/runtime.ts';
import { one, type Search } from '../../search.ts';

export const metadata: Metadata = { title: 'Come back', referrer: 'no-referrer' };

interface Props {
  params: Promise<{ token: string }>;
  /** `to`: where the link leads in the end; absent: the library. */
  searchParams: Search;
}

export default async function ReturnPage({ params, searchParams }: Props) {
  const { token } = await params;
  const to = localPath(one((await searchParams).to));
  const offer = await runtime().signIn.returnOffer(token);
  if (offer === null)
    return (
      <Welcome title="This return link has ended">
        <p>
          A newer one took its place, or it was revoked. Ask the instructor of your group for a new
          one.
        </p>
      </Welcome>
    );
  return (
    <Welcome title={`${offer.everRead ? 'Welcome back' : 'Welcome'}, ${offer.name}`}>
      <p>
        {offer.everRead
          ? 'Everything you marked is where you left it.'
          : `This link signs you in as ${offer.name}, and nobody else.`}{' '}
        Not {offer.name}? Then it is not yours; close this page.
      </p>
      <ReturnButton token={token} name={offer.name} to={to} />
    </Welcome>
  );
}
