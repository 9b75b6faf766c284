import { createContext, use, useState } from 'react';
import type { Since } from './conversations.ts';

/** What came to the card's conversation since I began to write in it; null in every other card. */
export const SinceContext = createContext<Since | null>(null);

/** The value as it was when I began to write in the card: what stands above my field must not move it. Live in every other card. */
export function useHeld<T>(value: T, since = use(SinceContext)): T {
  const writing = since?.writing ?? null;
  const [held, setHeld] = useState({ writing, value });
  if (held.writing !== writing) setHeld({ writing, value });
  return writing === null || held.writing !== writing ? value : held.value;
}
