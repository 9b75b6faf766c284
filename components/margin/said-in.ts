import type { Conversation } from './conversations.ts';

/** How many comments and replies a conversation has. */
export function saidIn({ voices }: Conversation): number {
  return voices.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
}

/** The keys of its comments and replies. */
export function keysIn({ voices }: Conversation): string[] {
  return voices.flatMap(({ annotation, replies }) => [
    annotation.id,
    ...replies.map(({ id }) => id),
  ]);
}
