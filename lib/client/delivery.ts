import type { KeptWrite } from './kept-writes.ts';

/**
 * Which of the counted messages (step 2 and update) of the present connection carried which write, so that
 * "the first n are durable" can be told apart from hope.
 *
 * A server may drop an update that comes before the connection's first step 2 without a word; that step 2 carries all
 * that the document holds beyond what the server had in its log. So until it is sent nothing counts as sent.
 */
export interface Delivery {
  /** The socket took a step 2 or an update of this connection. */
  sent(kind: 'step2' | 'update'): void;
  /** Runs `change`, which puts the writes into the document, and notes whether the socket took it. */
  carry(writes: readonly KeptWrite[], change: () => void): void;
  /** The writes that are durable when the first `count` messages are; each is given once. */
  durable(count: number): KeptWrite[];
  /** Sent on this connection and not yet durable. */
  inFlight(): KeptWrite[];
  /** Whether the step 2 of this connection carried several writes in one message. */
  sentTogether(): boolean;
  /** Whether this very write is in the document. */
  holds(write: KeptWrite): boolean;
  /**
   * For a write whose effect the document shows already: it is durable when the last write of its key is. False when
   * none of that key is under way, so that it is durable now.
   */
  joinEarlier(write: KeptWrite): boolean;
  /** The connection is gone: its count is void, the document's writes go with the next step 2. */
  disconnected(): void;
}

export function createDelivery(): Delivery {
  const carriedBy = new Map<string, { write: KeptWrite; message: number | null }>();
  let count = 0;
  let stepped = false;
  let together = false;

  return {
    sent(kind) {
      count += 1;
      if (kind === 'update' || stepped) return;
      stepped = true;
      together = carriedBy.size > 1;
      for (const carried of carriedBy.values()) carried.message = count;
    },
    carry(writes, change) {
      const before = count;
      change();
      const message = stepped && count > before ? count : null;
      for (const write of writes) carriedBy.set(write.stamp, { write, message });
    },
    durable(upTo) {
      const settled = [...carriedBy.values()].filter(
        ({ message }) => message !== null && message <= upTo,
      );
      for (const { write } of settled) carriedBy.delete(write.stamp);
      return settled.map(({ write }) => write);
    },
    inFlight: () =>
      [...carriedBy.values()].filter(({ message }) => message !== null).map(({ write }) => write),
    sentTogether: () => together,
    holds: ({ stamp }) => carriedBy.has(stamp),
    joinEarlier(write) {
      const earlier = [...carriedBy.values()].findLast(
        (carried) => carried.write.map === write.map && carried.write.key === write.key,
      );
      if (earlier === undefined) return false;
      carriedBy.set(write.stamp, { write, message: earlier.message });
      return true;
    },
    disconnected() {
      count = 0;
      stepped = false;
      together = false;
      for (const carried of carriedBy.values()) carried.message = null;
    },
  };
}
