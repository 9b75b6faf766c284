'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY = 15_000;

/** Asks the page anew while it is looked at: whoever joins meanwhile appears without a reload. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    const timer = setInterval(refresh, EVERY);
    document.addEventListener('visibilitychange', refresh);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
      window.removeEventListener('focus', refresh);
    };
  }, [router]);
  return null;
}
