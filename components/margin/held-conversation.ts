import type { Writing } from '#components/reading-room/room.ts';
import {
  type Conversation,
  conversationOf,
  groupedByOverlap,
  type Since,
  type Voice,
} from './conversations.ts';
import { sameItems } from './same-items.ts';
import { keysIn } from './said-in.ts';

/** What was said when I began to write in a conversation: it stays as it is before my eyes until I am done. */
export interface HeldConversation {
  writing: Writing;
  conversation: Conversation;
  /** The keys of all that was said then, in whatever conversation. */
  known: ReadonlySet<string>;
  /** Who writes: what is mine shows as it is now. */
  me: string;
}

/** Null when what I write is no answer and no change, or what it is about is not there. */
export function heldConversation(
  writing: Writing | null,
  conversations: readonly Conversation[],
  me: string,
): HeldConversation | null {
  if (writing === null || writing.kind === 'new') return null;
  const about = writing.kind === 'reply' ? writing.to : writing.key;
  const conversation = conversations.find((one) => keysIn(one).includes(about));
  if (conversation === undefined) return null;
  return { writing, conversation, known: new Set(conversations.flatMap(keysIn)), me };
}

/**
 * Gives the conversations of one moment after another, but for the held one, which says only how much has come since. What it would
 * have been joined with keeps a card of its own until I am done, unless all of that is new.
 */
export function followHeld(
  held: HeldConversation,
): (conversations: readonly Conversation[]) => readonly Conversation[] {
  const ids = new Set(held.conversation.voices.map(({ annotation }) => annotation.id));
  const isHeld = ({ annotation }: Voice): boolean => ids.has(annotation.id);
  const isNew = (one: Conversation): boolean => keysIn(one).every((key) => !held.known.has(key));
  let before = held.conversation;
  return (conversations) => {
    const touched = conversations.filter(({ voices }) => voices.some(isHeld));
    const voices = touched.flatMap((one) => one.voices);
    const others = groupedByOverlap(voices.filter((voice) => !isHeld(voice))).map(conversationOf);
    const joining = others.filter(isNew).flatMap((one) => one.voices);
    const waiting = [...voices.filter(isHeld), ...joining];
    before = heldNow(held, before, waiting);
    return [
      ...conversations.filter((one) => !touched.includes(one)),
      ...others.filter((one) => !isNew(one)),
      before,
    ].sort((a, b) => a.start - b.start);
  };
}

/** The same object as before when it shows the same. */
function heldNow(
  { conversation, known, me, writing }: HeldConversation,
  before: Conversation,
  now: readonly Voice[],
): Conversation {
  const live = new Map(now.map((voice) => [voice.annotation.id, voice]));
  const voices = conversation.voices.flatMap((voice) =>
    withMineOf(voice, live.get(voice.annotation.id), me),
  );
  const since = { writing, ...countsOfNew(now, known) };
  const isSame =
    sameSince(since, before.since) &&
    sameItems(voices.flatMap(parts), before.voices.flatMap(parts));
  return isSame ? before : { ...conversation, voices, since };
}

/** What others said as it was, what I said as it is. None when it was mine and is gone. */
function withMineOf(voice: Voice, now: Voice | undefined, me: string): Voice[] {
  const annotation = voice.annotation.author === me ? now?.annotation : voice.annotation;
  if (annotation === undefined) return [];
  const replies = voice.replies.flatMap((reply) =>
    reply.author === me ? (now?.replies.find(({ id }) => id === reply.id) ?? []) : reply,
  );
  const takenBack = annotation === now?.annotation ? now.takenBack : voice.takenBack;
  return [{ annotation, replies, takenBack }];
}

function countsOfNew(voices: readonly Voice[], known: ReadonlySet<string>): Omit<Since, 'writing'> {
  const isNew = ({ id }: { id: string }): boolean => !known.has(id);
  return {
    comments: voices.filter(({ annotation }) => isNew(annotation)).length,
    replies: voices.flatMap(({ replies }) => replies).filter(isNew).length,
  };
}

function sameSince(a: Since, b: Since | undefined): boolean {
  return a.writing === b?.writing && a.comments === b.comments && a.replies === b.replies;
}

const parts = ({ annotation, replies }: Voice): unknown[] => [annotation, ...replies];
