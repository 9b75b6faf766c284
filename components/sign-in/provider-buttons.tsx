'use client';
import { signIn } from 'next-auth/react';
import { Button } from '#components/ui/button.tsx';
import styles from './provider-buttons.module.css';

interface Props {
  /** Those that the settings turn on. */
  providers: readonly { id: string; name: string }[];
  to: string;
}

export function ProviderButtons({ providers, to }: Props) {
  if (providers.length === 0) return null;
  return (
    <div className={styles.providers}>
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => signIn(id, { callbackUrl: to })}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
