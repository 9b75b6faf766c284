import type { Block } from '#lib/article/document.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { PlannedDeed } from './deeds.ts';
import { type Draft, newDraft } from './draft.ts';
import { type Passage, passagesOf } from './passages.ts';
import { readersOf } from './reader.ts';
import { readingTime, readThrough } from './read-through.ts';
import { talkAbout, thinkAgain } from './talk.ts';

const DEMO_MEMBERS = 6;

/** What happened before anybody looks on takes this long, whatever it took. Milliseconds. */
const BURST = 4000;
/** When the last begins to read, in times that it takes to read it all without a pause. */
const HEAD_START = 1.2;

/**
 * Everything that so many members do in one text, in order of time: the same for the same blocks, text, seed and
 * number. They read at a human pace, one beginning after the other; the time until the last begins is squeezed into the first
 * seconds, so that the text is not empty and each part of it has somebody in it. Pure.
 */
export function simulatedReading(
  blocks: readonly Block[],
  text: string,
  seed: number,
  members = DEMO_MEMBERS,
): PlannedDeed[] {
  const chance = chanceOf(seed);
  const passages = passagesOf(blocks, text);
  const draft = newDraft({ passages, readers: readersOf(members, chance) }, chance, seed);
  const headStart = members > 1 ? HEAD_START * readingTime(passages) : 0;
  readAndTalk(draft, headStart, text.length);
  return squeezed(inOrder(draft.planned()), headStart);
}

function readAndTalk(draft: Draft, headStart: number, end: number): void {
  const { chance, passages, readers } = draft;
  const draws = passages.map((passage) => drawOf(passage, chance));
  const steps = Math.max(1, readers.length - 1);
  const readings = chance
    .shuffled(readers.map((_, member) => member))
    .map((member, place) => ({
      member,
      ...readThrough(draft, { member, begin: (headStart * place) / steps, draws, end }),
    }))
    .toSorted((a, b) => a.member - b.member);
  for (const mark of readings.flatMap(({ marks }) => marks))
    if (mark.spoken) talkAbout(draft, mark, readings);
    else thinkAgain(draft, mark);
}

/** Some sentences are marked by nearly everybody, many by nobody: more where the words judge or foretell. */
function drawOf({ claim }: Passage, chance: Chance): number {
  if (chance.happens(0.3)) return 0.1;
  return chance.between(0.5, 1.3) + (claim.weights.fact < 0.5 ? 0.35 : 0);
}

function inOrder(deeds: readonly PlannedDeed[]): PlannedDeed[] {
  return deeds.toSorted((a, b) => a.at - b.at);
}

/** Of what came before `headStart` nobody needs to see where members looked, but where they are in the end. */
function squeezed(deeds: readonly PlannedDeed[], headStart: number): PlannedDeed[] {
  const lead = Math.min(headStart, BURST);
  const pace = headStart === 0 ? 1 : lead / headStart;
  const lastLook = new Map(
    deeds
      .filter(({ at, deed }) => at < headStart && deed.kind === 'look')
      .map((look) => [look.member, look]),
  );
  return deeds
    .filter(
      (one) => one.at >= headStart || one.deed.kind !== 'look' || lastLook.get(one.member) === one,
    )
    .map((one) => ({
      ...one,
      at: Math.round(one.at < headStart ? one.at * pace : one.at - headStart + lead),
    }));
}
