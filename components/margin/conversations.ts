import type { Annotation, Reply } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { counts } from '#lib/insight/insight-of.ts';
import { type Votes, votesOf } from '#lib/insight/votes.ts';

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
  /** Tags without a comment on words of the conversation's passage. */
  bare: readonly Annotation[];
  /** Members who marked these words. */
  votes: Votes;
}

export function conversationsOf(records: Records): Conversation[] {
  const replies = Map.groupBy(
    [...records.replies.values()].sort(oldestFirst),
    ({ annotation }) => annotation,
  );
  const voices = [...records.annotations.values()]
    .map((annotation) => voiceOf(annotation, replies.get(annotation.id) ?? []))
    .filter((voice) => voice.annotation.comment !== null || voice.replies.length > 0)
    .sort(inOrderOfText);
  const bare = [...records.annotations.values()].filter(isBare);
  return groupedByOverlap(voices).map((group) => conversationOf(group, bare));
}

/** A tag without a comment: shown in the text and in a tally, not as a card. */
export function isBare({ tag, comment }: Annotation): boolean {
  return tag !== null && comment === null;
}

function voiceOf(annotation: Annotation, replies: readonly Reply[]): Voice {
  return { annotation, replies, takenBack: !counts(annotation) };
}

function groupedByOverlap(voices: readonly Voice[]): Voice[][] {
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

function conversationOf(voices: readonly Voice[], allBare: readonly Annotation[]): Conversation {
  const annotations = voices.map(({ annotation }) => annotation);
  const start = Math.min(...annotations.map(({ target }) => target.start));
  const end = Math.max(...annotations.map(({ target }) => target.end));
  const bare = allBare.filter(({ target }) => target.start < end && target.end > start);
  const [oldest] = annotations.toSorted(oldestFirst);
  return {
    id: oldest?.id ?? '',
    start,
    end,
    voices,
    bare,
    votes: votesOf([...annotations.filter(counts), ...bare]),
  };
}

function oldestFirst(a: Annotation | Reply, b: Annotation | Reply): number {
  return a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1;
}

function inOrderOfText(a: Voice, b: Voice): number {
  return (
    a.annotation.target.start - b.annotation.target.start || oldestFirst(a.annotation, b.annotation)
  );
}
