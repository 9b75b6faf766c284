import type { Metadata } from 'next';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { buttonLook } from '#components/ui/button-look.ts';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <Welcome title="There is nothing here for you">
      <p>
        Either the address is mistyped, or it belongs to a group that you are not in. If you were
        sent here, ask for an invite.
      </p>
      <div>
        {/* No `Link`: every page brings this one along, and would bring its code twice. */}
        {/* oxlint-disable-next-line nextjs/no-html-link-for-pages */}
        <a href="/" className={buttonLook('plain')}>
          Go to your library
        </a>
      </div>
    </Welcome>
  );
}
