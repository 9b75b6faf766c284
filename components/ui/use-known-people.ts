import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Asks for the page anew when somebody turns up whom it does not know: they joined after it was rendered, and their name
 * is missing. Once for each new face: who has left the group stays unknown.
 */
export function useKnownPeople(seen: readonly string[], known: readonly { id: string }[]): void {
  const router = useRouter();
  const ids = new Set(known.map(({ id }) => id));
  const strangers = seen
    .filter((id) => !ids.has(id))
    .toSorted()
    .join(' ');

  useEffect(() => {
    if (strangers !== '') router.refresh();
  }, [strangers, router]);
}
