import Link from 'next/link';

/** The page before the first prediction. */
export function NoPredictions() {
  return (
    <p>
      <Link href="/">Read an article</Link>, select what it says will happen and press 2 for
      prediction. It appears here, and your group can come back to see what came of it.
    </p>
  );
}
