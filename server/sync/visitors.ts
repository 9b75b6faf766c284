import { createPace } from './pace.ts';
import { type RateLimit, createRateLimit } from './rate-limit.ts';
import type { UserPace } from './turns.ts';

/** What all connections of one user share. */
export interface Visitor {
  userId: string;
  connections: number;
  /** Messages received. */
  messages: RateLimit;
  /** Bytes received. */
  bytes: RateLimit;
  pace: UserPace;
}

/** More tabs than this at their full rate are a program: what one writes, everybody in the place receives. */
const CONNECTIONS_AT_FULL_RATE = 5;

export interface Visitors {
  /** Null: the user has as many connections as they may. */
  enter(userId: string): Visitor | null;
  leave(visitor: Visitor): void;
  /** Forgets who has gone and whose counts have run out. */
  sweep(): void;
}

export function createVisitors(
  limits: { connectionsPerUser: number; messagesPerSecond: number; bytesPerSecond: number },
  clock: () => number,
): Visitors {
  const visitors = new Map<string, Visitor>();

  const visitorOf = (userId: string): Visitor => {
    const known = visitors.get(userId);
    if (known !== undefined) return known;
    const messagesPerSecond = limits.messagesPerSecond * CONNECTIONS_AT_FULL_RATE;
    const messages = createRateLimit(messagesPerSecond, clock);
    const bytes = createRateLimit(limits.bytesPerSecond, clock);
    const pace = {
      messages: createPace(messagesPerSecond, clock),
      bytes: createPace(limits.bytesPerSecond, clock),
    };
    const visitor = { userId, connections: 0, messages, bytes, pace };
    visitors.set(userId, visitor);
    return visitor;
  };

  return {
    enter(userId) {
      const visitor = visitorOf(userId);
      if (visitor.connections >= limits.connectionsPerUser) return null;
      visitor.connections += 1;
      return visitor;
    },
    leave(visitor) {
      visitor.connections -= 1;
    },
    // Not at once on leaving: who connects again would begin with a fresh count.
    sweep() {
      for (const { userId, connections, messages, bytes } of visitors.values())
        if (connections === 0 && messages.idle() && bytes.idle()) visitors.delete(userId);
    },
  };
}
