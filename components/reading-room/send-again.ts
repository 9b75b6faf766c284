import type { ReadingSession, RefusedWrite } from '#lib/client/reading-session.ts';

/** Makes the same change once more, by today's rights and rules. */
export function sendAgain(session: ReadingSession, { map, key, value }: RefusedWrite): void {
  if (value === null) session.remove(map, key);
  else session.put(map, value);
}
