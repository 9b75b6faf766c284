import { stepOf } from './claim.ts';
import { type Details, type Mark, memberOf, type PlanKey, type Range, type Tag } from './deeds.ts';
import type { Draft } from './draft.ts';
import type { Passage } from './passages.ts';
import { tagBy } from './reader.ts';
import { BY_WHEN, JUDGED_BY, LABELS } from './remarks.ts';

/** A mark as the others find it. */
export interface MadeMark {
  key: PlanKey;
  member: number;
  /** Milliseconds; when it stood there. */
  at: number;
  /** Index among the passages. */
  passage: number;
  tag: Tag;
  spoken: boolean;
}

/** One member's way through the text. */
export interface Reading {
  marks: MadeMark[];
  /** When they came past each passage, in ms. */
  passed: number[];
}

/** About 240 words a minute, and who types is slower. */
const MS_PER_LETTER_READ = 45;
const MS_PER_LETTER_TYPED = 80;

/** How long reading takes by itself, without a pause to mark. */
export function readingTime(passages: readonly Passage[]): number {
  return passages.reduce((sum, { start, end }) => sum + (end - start) * MS_PER_LETTER_READ, 0);
}

/** `draws`: for each passage how much it invites to be marked; 1 is ordinary. `end`: of the text. */
export function readThrough(
  draft: Draft,
  { member, begin, draws, end }: { member: number; begin: number; draws: number[]; end: number },
): Reading {
  const { passages, readers, chance } = draft;
  const marks: MadeMark[] = [];
  const passed: number[] = [];
  let [at, block] = [begin, -1];
  for (const [index, passage] of passages.entries()) {
    if (passage.block !== block) draft.plan(at, member, { kind: 'look', block: passage.block });
    block = passage.block;
    at += (passage.end - passage.start) * MS_PER_LETTER_READ;
    passed.push(at);
    if (!chance.happens((readers[member]?.zeal ?? 0) * (draws[index] ?? 1))) continue;
    const mark = markPassage(draft, member, index, at);
    if (mark === null) continue;
    marks.push(mark);
    at = mark.at + chance.between(300, 1500);
  }
  draft.plan(at + 3000, member, { kind: 'done', key: draft.key(member), upTo: end });
  return { marks, passed };
}

function markPassage(draft: Draft, member: number, index: number, from: number): MadeMark | null {
  const { passages, readers, chance, says } = draft;
  const [passage, reader] = [passages[index], readers[member]];
  if (passage === undefined || reader === undefined) return null;
  const { block } = passage;
  const selection = selected(passage, draft);
  const tag = tagBy(reader, passage.claim, chance);
  const words = chance.happens(reader.talks) ? says.opening[tag]() : undefined;
  const begun = from + chance.between(500, 1500);
  const at =
    begun +
    chance.between(900, 2200) +
    (words === undefined ? 0 : words.length * MS_PER_LETTER_TYPED);
  const key = draft.key(member);
  const details = detailsOf(passage, tag, draft);
  const mark: Mark = {
    kind: 'mark',
    key,
    ...selection,
    tag,
    details,
    ...(words !== undefined && { words }),
  };
  draft.plan(begun, member, { kind: 'look', block, selection });
  draft.plan(at, member, mark);
  draft.plan(at + 200, member, { kind: 'look', block });
  if (tag === 'prediction') saySure(draft, key, passage, at);
  return { key, member, at, passage: index, tag, spoken: words !== undefined };
}

function selected({ start, end, clause }: Passage, { chance }: Draft): Range {
  return clause !== null && chance.happens(0.2) ? clause : { start, end };
}

function saySure({ chance, key, plan }: Draft, on: PlanKey, { claim }: Passage, at: number): void {
  if (!chance.happens(0.6)) return;
  const member = memberOf(on);
  const step = stepOf(claim.sure + chance.between(-0.9, 0.9));
  plan(at + chance.between(250, 290), member, { kind: 'sounds', key: key(member), on, step });
}

function detailsOf(passage: Passage, tag: Tag, { chance }: Draft): Details {
  const { claim } = passage;
  const isPrediction = tag === 'prediction';
  return {
    ...voiceOf(passage, chance.happens(0.5)),
    ...(claim.hedged && chance.happens(0.4) && { hedged: true }),
    ...(claim.conditional && chance.happens(0.6) && { conditional: true }),
    ...(tag === 'fact' && claim.checkable && chance.happens(0.3) && { worthChecking: true }),
    ...(chance.happens(0.06) && { labels: [chance.pick(LABELS)] }),
    ...(isPrediction &&
      chance.happens(0.4) && {
        prediction: { by: chance.pick(BY_WHEN), judgedBy: chance.pick(JUDGED_BY) },
      }),
  };
}

function voiceOf({ quoted, who, claim }: Passage, cares: boolean): Pick<Details, 'voice'> {
  if (!cares) return {};
  if (quoted) return { voice: { kind: 'quoted', ...(who !== null && { who }) } };
  return claim.reported ? { voice: { kind: 'paraphrased' } } : {};
}
