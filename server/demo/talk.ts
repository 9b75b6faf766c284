import type { Tag } from './deeds.ts';
import type { Draft } from './draft.ts';
import type { MadeMark, Reading } from './read-through.ts';
import { tagBy } from './reader.ts';

/** How many of the others look at a comment closely enough to react. */
const LISTENERS = 3;

/** Somebody who answers a comment, with what they think of the passage. */
interface Listener {
  member: number;
  tag: Tag;
  /** When they have read both, in ms. */
  from: number;
}

/** What follows from a comment: reactions, answers, second thoughts, an end. */
export function talkAbout(draft: Draft, mark: MadeMark, readings: readonly Reading[]): void {
  const listeners = listenersOf(draft, mark, readings);
  for (const listener of listeners) react(draft, mark, listener);
  const answers = listeners.flatMap((listener) => answer(draft, mark, listener));
  const last = answers.toSorted((a, b) => a.at - b.at).at(-1);
  if (last === undefined) return;
  const objection = answers.find(({ tag }) => tag !== mark.tag);
  if (objection !== undefined && draft.chance.happens(0.55))
    return giveIn(draft, mark, objection.tag, last.at);
  if (draft.chance.happens(0.3)) settle(draft, mark, last.at);
}

function listenersOf(draft: Draft, mark: MadeMark, readings: readonly Reading[]): Listener[] {
  const { chance, readers } = draft;
  const others = readers.map((_, member) => member).filter((member) => member !== mark.member);
  return chance
    .shuffled(others)
    .slice(0, LISTENERS)
    .map((member) => ({
      member,
      tag: opinionOf(draft, member, mark, readings[member]),
      from: Math.max(mark.at, readings[member]?.passed[mark.passage] ?? 0) + pause(draft),
    }));
}

/** Mostly soon; now and then somebody comes back to it minutes later. */
function pause({ chance }: Draft): number {
  return chance.happens(0.6) ? chance.between(4000, 40_000) : chance.between(60_000, 600_000);
}

/** The tag that they gave the passage themselves, or would. */
function opinionOf(draft: Draft, member: number, mark: MadeMark, reading?: Reading): Tag {
  const own = reading?.marks.find(({ passage }) => passage === mark.passage);
  const [reader, passage] = [draft.readers[member], draft.passages[mark.passage]];
  if (own !== undefined) return own.tag;
  return reader === undefined || passage === undefined
    ? mark.tag
    : tagBy(reader, passage.claim, draft.chance);
}

function react({ chance, plan, key }: Draft, mark: MadeMark, listener: Listener): void {
  if (!chance.happens(0.55)) return;
  const { member, tag, from } = listener;
  const against = chance.happens(0.5) ? 'disagree' : 'question';
  const reaction = tag === mark.tag ? 'agree' : against;
  plan(from, member, { kind: 'react', key: key(member), on: mark.key, reaction });
}

/** Who differs answers more often. None or one answer. */
function answer(draft: Draft, mark: MadeMark, listener: Listener): { at: number; tag: Tag }[] {
  const { chance, says, plan, key, passages } = draft;
  const { member, tag, from } = listener;
  if (!chance.happens(tag === mark.tag ? 0.3 : 0.7)) return [];
  const words = tag === mark.tag ? says.agreement[tag]() : says.objection[tag]();
  const begun = from + chance.between(1000, 3000);
  const at = begun + words.length * 60;
  const block = passages[mark.passage]?.block ?? 0;
  const replied = key(member);
  plan(begun, member, { kind: 'look', block, answering: mark.key });
  plan(at, member, { kind: 'reply', key: replied, on: mark.key, words });
  plan(at + 200, member, { kind: 'look', block });
  if (chance.happens(0.25))
    plan(at + chance.between(4000, 20_000), mark.member, {
      kind: 'react',
      key: key(mark.member),
      on: replied,
      reaction: 'agree',
    });
  return [{ at, tag }];
}

/** The comment's author is convinced: takes the other tag and says why; mostly that ends it. */
function giveIn(draft: Draft, mark: MadeMark, tag: Tag, after: number): void {
  const { chance, says, plan, key } = draft;
  const { member } = mark;
  const at = after + chance.between(6000, 25_000);
  plan(at, member, { kind: 'retag', mark: mark.key, tag });
  plan(at + chance.between(3000, 8000), member, {
    kind: 'reply',
    key: key(member),
    on: mark.key,
    words: says.secondThought(mark.tag, tag),
  });
  if (chance.happens(0.6)) settle(draft, mark, at + 8000);
}

function settle({ chance, plan, key }: Draft, { key: on, member }: MadeMark, after: number): void {
  const at = after + chance.between(5000, 15_000);
  plan(at, member, { kind: 'settle', key: key(member), on, state: 'resolved' });
}

/** Now and then a mark without words gets another tag, too. */
export function thinkAgain(draft: Draft, mark: MadeMark): void {
  const { chance, passages, readers, plan } = draft;
  const [passage, reader] = [passages[mark.passage], readers[mark.member]];
  if (passage === undefined || reader === undefined || !chance.happens(0.06)) return;
  const tag = tagBy(reader, passage.claim, chance);
  if (tag !== mark.tag)
    plan(mark.at + chance.between(20_000, 240_000), mark.member, {
      kind: 'retag',
      mark: mark.key,
      tag,
    });
}
