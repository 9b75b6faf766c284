/** The wire of `/sync/<readingId>/<place>` (contract, "Sync"): y-websocket's, plus one message. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** `varUint 100, varUint n`: the first n step-2 and update messages are in the log. */
  durable: 100,
} as const;

/** What a message may hold where the server's LIMIT_MESSAGE_BYTES is left as it is. */
export const MESSAGE_BYTES = 1_048_576;

export const CLOSE = {
  goingAway: 1001,
  restarting: 1012,
  tryLater: 1013,
  malformed: 4400,
  noSession: 4401,
  refused: 4403,
  notFound: 4404,
  moved: 4409,
  tooLarge: 4413,
  tooMany: 4529,
} as const;

/** The rule of a refusal that no new session can change: the person is no member any more. */
export const REMOVED = 'S10';

/** Why a write was refused, sent as JSON in the auth message before a close. */
export interface Refusal {
  rule: string;
  map: string | null;
  key: string | null;
  title: string;
}

/** A reader's presence. The server writes `user` itself; offsets are UTF-16. */
export interface Presence {
  user: { id: string; name: string; color: string };
  cursor: { start: number; end: number } | null;
  block?: number;
  /** Key of the annotation whose thread they are answering in. */
  typing?: string;
}
