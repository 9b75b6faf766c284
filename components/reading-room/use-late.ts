import { useEffect, useState } from 'react';

/** What is over sooner need not be told. Milliseconds. */
const LONG = 1000;

/** Whether it has gone on for so long that it should be said. */
export function useLate(goesOn: boolean): boolean {
  const [late, setLate] = useState(false);
  if (!goesOn && late) setLate(false);
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => setLate(true), LONG);
    return () => clearTimeout(timer);
  }, [goesOn]);
  return late;
}
