import type { Annotation, Reply } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { counts } from '#lib/insight/insight-of.ts';
import type { Writing } from '#components/reading-room/room.ts';
import { oldestFirst } from './oldest-first.ts';
import { repliesByAnnotation } from './replies-by-annotation.ts';
import { sameItems } from './same-items.ts';

/** One person's comment on a passage, and what was answered to it, oldest first. */
export interface Voice {
  annotation: Annotation;
  replies: readonly Reply[];
  /** Its author took it back, but others had replied. */
  takenBack: boolean;
}

/** Comments on passages that overlap: one card with several voices. */
export interface Conversation {
  /** The oldest voice's annotation: stays the same while others join. */
  id: string;
  start: number;
  end: number;
  /** In the order of the text, then of time. */
  voices: readonly Voice[];
  /** I write in it. */
  since?: Since;
}

/** How much has come to a conversation since I began to write in it; it joins the others when I am done. */
export interface Since {
  writing: Writing;
  comments: number;
  replies: number;
}

type Said = Pick<Records, 'annotations' | 'replies'>;

/**
 * Gives the conversations of one snapshot after another, in the order of the text. What did not change stays the same object; a
 * change costs one walk over the maps, and no sorting of what was sorted.
 */
export function followConversations(): (records: Said) => readonly Conversation[] {
  let before: Said = { annotations: new Map(), replies: new Map() };
  let replies: ReadonlyMap<string, readonly Reply[]> = new Map();
  let voices: readonly Voice[] = [];
  let conversations: readonly Conversation[] = [];
  return (records) => {
    if (records.annotations === before.annotations && records.replies === before.replies)
      return conversations;
    if (records.replies !== before.replies)
      replies = repliesByAnnotation(records.replies.values(), replies);
    before = records;
    const next = voicesAfter(voices, records.annotations, replies);
    if (sameItems(next, voices)) return conversations;
    voices = next;
    conversations = regrouped(next, conversations);
    return conversations;
  };
}

/** A tag without a comment: shown in the text and in a tally, not as a card. */
export function isBare({ tag, comment }: Annotation): boolean {
  return tag !== null && comment === null;
}

function voicesAfter(
  before: readonly Voice[],
  annotations: Records['annotations'],
  replies: ReadonlyMap<string, readonly Reply[]>,
): Voice[] {
  const known = new Map(before.map((voice) => [voice.annotation.id, voice]));
  const now = new Map<string, Voice>();
  for (const annotation of annotations.values()) {
    const answers = replies.get(annotation.id) ?? NO_REPLIES;
    if (annotation.comment === null && answers.length === 0) continue;
    const voice = known.get(annotation.id);
    const isSame = voice?.annotation === annotation && voice.replies === answers;
    now.set(annotation.id, isSame ? voice : voiceOf(annotation, answers));
  }
  const stayed = before.filter((voice) => now.get(voice.annotation.id) === voice);
  const came = [...now.values()].filter((voice) => known.get(voice.annotation.id) !== voice);
  // Two sorted runs: the engine's sort (TimSort) merges them without sorting either anew.
  return [...stayed, ...came.sort(inOrderOfText)].sort(inOrderOfText);
}

const NO_REPLIES: readonly Reply[] = [];

function voiceOf(annotation: Annotation, replies: readonly Reply[]): Voice {
  return { annotation, replies, takenBack: !counts(annotation) };
}

function regrouped(voices: readonly Voice[], before: readonly Conversation[]): Conversation[] {
  const known = new Map(before.map((conversation) => [conversation.voices[0], conversation]));
  return groupedByOverlap(voices).map((group) => {
    const same = known.get(group[0]);
    return same !== undefined && sameItems(same.voices, group) ? same : conversationOf(group);
  });
}

/** Those whose passages overlap together, in the order in which they are given. */
export function groupedByOverlap(voices: readonly Voice[]): Voice[][] {
  const groups: Voice[][] = [];
  let reached = 0;
  for (const voice of voices) {
    const { start, end } = voice.annotation.target;
    const last = groups.at(-1);
    if (last !== undefined && start < reached) last.push(voice);
    else groups.push([voice]);
    reached = Math.max(reached, end);
  }
  return groups;
}

/** Of at least one voice. */
export function conversationOf(voices: readonly Voice[]): Conversation {
  const annotations = voices.map(({ annotation }) => annotation);
  const [oldest] = annotations.toSorted(oldestFirst);
  return {
    id: oldest?.id ?? '',
    start: annotations.reduce((first, { target }) => Math.min(first, target.start), Infinity),
    end: annotations.reduce((last, { target }) => Math.max(last, target.end), 0),
    voices,
  };
}

function inOrderOfText(a: Voice, b: Voice): number {
  return (
    a.annotation.target.start - b.annotation.target.start || oldestFirst(a.annotation, b.annotation)
  );
}
