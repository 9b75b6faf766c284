'use client';
import { type ComponentProps, lazy, Suspense } from 'react';

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
