import type { Metadata } from 'next';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { LinkButton } from '#components/ui/button.tsx';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <Welcome title="There is nothing here for you">
      <p>
        Either the address is mistyped, or it belongs to a group that you are not in. If you were
        sent here, ask for an invite.
      </p>
      <div>
        <LinkButton href="/">Go to your library</LinkButton>
      </div>
    </Welcome>
  );
}
