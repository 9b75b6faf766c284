import type { Comment } from '../annotation/comment.ts';
import { recordKey } from '../annotation/record-key.ts';
import type { Annotation, Reaction, Reply, Target, Voice } from '../annotation/record.ts';
import type { ThreadAssessment } from '../annotation/thread-state.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 21;

/**
 * A fresh local id: 21 of 64 characters, 126 random bits. By `getRandomValues`, because plain http on a network
 * address has no `crypto.randomUUID`.
 */
export function newLocalId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 63)).join('');
}

interface NewAnnotation {
  user: { id: string };
  target: Target;
  tag?: string | null;
  comment?: Comment | null;
  voice?: Voice | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}

export function newAnnotation({ user, now, ...given }: NewAnnotation): Annotation {
  return {
    ...begun(user, now),
    target: given.target,
    tag: given.tag ?? null,
    comment: given.comment ?? null,
    ...(given.voice && { voice: given.voice }),
  };
}

interface NewReply {
  user: { id: string };
  /** Whole key of the annotation that is answered. */
  annotation: string;
  comment: Comment;
  /** Milliseconds since the epoch. */
  now: number;
}

export function newReply({ user, annotation, comment, now }: NewReply): Reply {
  return { ...begun(user, now), annotation, comment };
}

function begun({ id }: { id: string }, now: number): Pick<Reply, 'id' | 'author' | 'created'> {
  return {
    id: recordKey(id, newLocalId()),
    author: id,
    created: new Date(now).toISOString(),
  };
}

interface NewReaction {
  user: { id: string };
  /** Whole key of the comment or reply. */
  on: string;
  kind: Reaction['kind'];
  /** Milliseconds since the epoch. */
  now: number;
}

export function newReaction({ user, on, kind, now }: NewReaction): Reaction {
  return { ...begun(user, now), on, kind };
}

interface NewThreadAssessment {
  user: { id: string };
  /** Whole key of the annotation whose thread is settled. */
  on: string;
  state: ThreadAssessment['state'];
  /** Milliseconds since the epoch. */
  now: number;
}

export function newThreadAssessment(given: NewThreadAssessment): ThreadAssessment {
  const { user, now, on, state } = given;
  return { ...begun(user, now), kind: 'thread', on, state };
}
