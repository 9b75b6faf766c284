import { CLOSE, REMOVED, type Refusal } from '../protocol/sync.ts';
import type { KeptWrite } from './kept-writes.ts';
import type { SessionEnd } from './reading-session.ts';

/** The reason of an auth message. One that is not the agreed JSON is its own title and blames no record. */
export function parseRefusal(reason: string): Refusal {
  try {
    const parsed: unknown = JSON.parse(reason);
    if (isRefusal(parsed)) return parsed;
  } catch {
    // Not JSON: another server's words.
  }
  return { rule: '', map: null, key: null, title: reason };
}

function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, title, map, key } = value as Record<keyof Refusal, unknown>;
  const isName = (name: unknown): boolean => name === null || typeof name === 'string';
  return typeof rule === 'string' && typeof title === 'string' && isName(map) && isName(key);
}

/** The frame is larger than the socket itself takes (RFC 6455, 7.4.1). */
const FRAME_TOO_BIG = 1009;

/** Whether trying again by itself cannot help. */
export function isFinal(code: number, refusal: Refusal | null): boolean {
  return (code >= 4400 && code < 4500) || code === FRAME_TOO_BIG || (refusal?.key ?? null) !== null;
}

/** A message was too large, and nobody said which record in it was. */
export function isUnnamedTooLarge(code: number, refusal: Refusal | null): boolean {
  return (code === CLOSE.tooLarge || code === FRAME_TOO_BIG) && (refusal?.key ?? null) === null;
}

/**
 * The writes that made the server close the connection: the one it names; else all that were under way; of too
 * large ones the largest. None: it was not about a write.
 */
export function blamedWrites(
  code: number,
  refusal: Refusal | null,
  queue: readonly KeptWrite[],
  inFlight: readonly KeptWrite[],
): readonly KeptWrite[] {
  const named = queue.filter(({ map, key }) => key === refusal?.key && map === refusal.map);
  if (named.length > 0) return named;
  if (code === CLOSE.refused) return inFlight;
  return isUnnamedTooLarge(code, refusal) ? largest(inFlight) : [];
}

function largest(writes: readonly KeptWrite[]): readonly KeptWrite[] {
  return writes.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1);
}

const sizeOf = ({ value }: KeptWrite): number => JSON.stringify(value).length;

const TOO_LARGE: SessionEnd = {
  kind: 'too-large',
  title: 'Something sent from here is too large for the server.',
};

const ENDS = new Map<number, SessionEnd>([
  [CLOSE.noSession, { kind: 'signed-out', title: 'You are signed out. Sign in to go on.' }],
  [CLOSE.refused, { kind: 'not-allowed', title: 'You may not do this here.' }],
  [CLOSE.notFound, { kind: 'not-found', title: 'There is no such reading, or it is not yours.' }],
  [CLOSE.moved, { kind: 'moved', title: 'This reading has moved on.' }],
  [CLOSE.tooLarge, TOO_LARGE],
  [FRAME_TOO_BIG, TOO_LARGE],
]);

const GONE: SessionEnd = { kind: 'removed', title: 'You are no longer in this group.' };

const MALFORMED: SessionEnd = {
  kind: 'malformed',
  title: 'The server did not understand this page. Reload it.',
};

/** What a final close code means to the person who reads; the server's own words when it sent some. */
export function sessionEnd(code: number, refusal: Refusal | null): SessionEnd {
  const end = refusal?.rule === REMOVED ? GONE : (ENDS.get(code) ?? MALFORMED);
  return refusal === null || refusal.title === '' ? end : { ...end, title: refusal.title };
}
