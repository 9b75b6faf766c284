import { CLOSE, REMOVED, type Refusal } from '#lib/protocol/sync.ts';
import type { TurnedAway } from './place-writes.ts';

/** What the auth message says when a socket is closed; rules are those of docs/SYNC.md. */
function refusal(rule: string, title: string): Refusal {
  return { rule, map: null, key: null, title };
}

export const ENTRY_REFUSALS = {
  noSession: refusal(
    'S2',
    'You are not signed in, or your session has ended. Sign in and try again.',
  ),
  removed: refusal(
    REMOVED,
    'You are no longer a member of the group that reads this. Ask an instructor for an invite.',
  ),
  notFound: refusal('S3', 'There is no such reading or place, or it is not yours.'),
  mayNotRead: refusal('S4', 'You may not read this place.'),
  moved: refusal('S4', 'This place has changed for you. Ask where the reading goes on.'),
  cannotLoad: refusal(
    'D6',
    'This place cannot be loaded just now. Your work is kept; trying again.',
  ),
};

/** `title`: what does not fit. */
export function malformed(title: string): Refusal {
  return refusal('S6', title);
}

export const LIMIT_REFUSALS = {
  messages: refusal('Q1', 'Too many messages at once. Wait a little, then connect again.'),
  bytes: refusal('Q2', 'Too much data at once. Wait a little, then connect again.'),
  connections: refusal('Q3', 'You have too many connections open. Close some tabs and try again.'),
  fullAnswers: refusal('Q4', 'The whole place was asked for again and again. Wait a little.'),
  unread: refusal('Q7', 'Too much waits for you unread. Connecting again.'),
  presence: refusal('Q5', 'A presence message is too large.'),
};

/** The reason for a write that was not taken. */
export function refusalOf(verdict: TurnedAway): Refusal {
  if (verdict.kind === 'missing') return LACKING;
  if (verdict.kind === 'malformed') return refusal(verdict.rule, verdict.title);
  const { rule, map, key, title } = verdict;
  return { rule, map, key, title };
}

const LACKING = refusal(
  'J15',
  'This builds on changes that the server does not have. Your work is kept; connect anew.',
);

/** What `checkRecord` is not asked about: the contract has a close code of its own for it. */
export const RECORD_TOO_LARGE = 'This is too long for one record. Shorten it or split it.';

/** How a socket whose write was not taken is closed. */
export function closeCodeOf(verdict: TurnedAway): number {
  if (verdict.kind === 'malformed') return CLOSE.malformed;
  const tooLarge = verdict.kind === 'refused' && verdict.title === RECORD_TOO_LARGE;
  return tooLarge ? CLOSE.tooLarge : CLOSE.refused;
}
