'use client';
import { type ComponentProps, lazy, Suspense } from 'react';
// Their looks are not late: they are rendered with the page, and nothing may move when their code comes.
import '#components/import/give-text.module.css';
import '#components/ui/copy-field.module.css';
import './invite-strip.module.css';

/**
 * Parts of the page whose code comes after the page's own, and only where they stand: they are rendered with the
 * page, and are for those few who may do what they offer.
 */
const Strip = lazy(async () => ({ default: (await import('./invite-strip.tsx')).InviteStrip }));
const Give = lazy(async () => ({
  default: (await import('#components/import/give-text.tsx')).GiveText,
}));

export function InviteStrip(props: ComponentProps<typeof Strip>) {
  return (
    <Suspense>
      <Strip {...props} />
    </Suspense>
  );
}

export function GiveText(props: ComponentProps<typeof Give>) {
  return (
    <Suspense>
      <Give {...props} />
    </Suspense>
  );
}
