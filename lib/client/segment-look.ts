import type { Annotation } from '../annotation/record.ts';
import { type SweptSegment, sweep } from '../insight/sweep.ts';
import { depthStep, isContested, leadingTag, splitStep } from '../insight/votes.ts';

/** How a stretch looks (codebook, "How the tags look"). UTF-16 offsets, half-open. */
export interface SegmentLook {
  start: number;
  end: number;
  /** Colours the background and has the thick lane; null on a tie or without tag. */
  lead: string | null;
  /** Depth of the background: 1, 2–3, 4–7, 8 or more members. */
  step: 1 | 2 | 3 | 4;
  /** Tags that have a lane, sorted. */
  lanes: readonly string[];
  /** Hatched. */
  contested: boolean;
  /** How much it is disputed: 0 where all agree. */
  split: 0 | 1 | 2 | 3 | 4;
  /** Whether an annotation of mine begins or ends exactly here. */
  mine: { start: boolean; end: boolean };
  /** Whether a mark of mine lies here: it stays as it is while others' fade in. */
  own: boolean;
}

/** Whose eyes see the looks. */
export interface Viewer {
  userId: string;
  /** My notes that nobody else sees: never a vote. */
  isPrivate: (id: string) => boolean;
}

/** The looks inside one block, clipped to it, in the order of the text; neighbours that look alike are one. */
export function looksIn(
  block: { start: number; end: number },
  annotations: Iterable<Annotation>,
  { userId, isPrivate }: Viewer,
): SegmentLook[] {
  const looks: SegmentLook[] = [];
  const isMine = ({ author }: Annotation): boolean => author === userId;
  let mine = 0;
  for (const segment of sweep(annotations, ({ id }) => !isPrivate(id))) {
    mine += segment.begins.filter(isMine).length;
    const own = mine > 0;
    mine -= segment.ends.filter(isMine).length;
    if (segment.start >= block.end || segment.end <= block.start) continue;
    const last = looks.at(-1);
    const look = withOneBar(clipLook({ ...lookOf(segment, isMine), own }, block), last);
    if (last !== undefined && areOne(last, look)) looks[looks.length - 1] = joined(last, look);
    else looks.push(look);
  }
  return looks;
}

/** Alike side by side, and no bar of mine between. */
function areOne(left: SegmentLook, right: SegmentLook): boolean {
  return (
    left.end === right.start &&
    !left.mine.end &&
    !right.mine.start &&
    left.lead === right.lead &&
    left.step === right.step &&
    left.contested === right.contested &&
    left.split === right.split &&
    left.own === right.own &&
    left.lanes.join() === right.lanes.join()
  );
}

function joined(left: SegmentLook, right: SegmentLook): SegmentLook {
  return { ...left, end: right.end, mine: { start: left.mine.start, end: right.mine.end } };
}

/** Where two of mine meet, the end of the first is enough. */
function withOneBar(look: SegmentLook, before: SegmentLook | undefined): SegmentLook {
  if (before === undefined || !before.mine.end || before.end !== look.start) return look;
  return { ...look, mine: { ...look.mine, start: false } };
}

/** The part of the look inside a stretch. A cut end is no end of mine. */
export function clipLook(look: SegmentLook, within: { start: number; end: number }): SegmentLook {
  if (look.start >= within.start && look.end <= within.end) return look;
  return {
    ...look,
    start: Math.max(look.start, within.start),
    end: Math.min(look.end, within.end),
    mine: {
      start: look.mine.start && look.start >= within.start,
      end: look.mine.end && look.end <= within.end,
    },
  };
}

function lookOf(
  { start, end, votes, begins, ends }: SweptSegment,
  isMine: (annotation: Annotation) => boolean,
): Omit<SegmentLook, 'own'> {
  return {
    start,
    end,
    lead: leadingTag(votes),
    step: depthStep(votes.members),
    lanes: Object.keys(votes.tags).sort(),
    contested: isContested(votes),
    split: splitStep(votes),
    mine: { start: begins.some(isMine), end: ends.some(isMine) },
  };
}

/** The attributes of the look's `<mark>`, as `highlight-layer.css` reads them. Sets are parted by spaces. */
export function attributesOf(look: SegmentLook): Record<string, string> {
  const ends = (['start', 'end'] as const).filter((end) => look.mine[end]);
  return {
    class: 'mark',
    'data-step': String(look.step),
    ...(look.lead !== null && { 'data-lead': look.lead }),
    ...(look.lanes.length > 0 && { 'data-lanes': look.lanes.join(' ') }),
    ...(look.contested && { 'data-contested': '' }),
    ...(look.split > 0 && { 'data-split': String(look.split) }),
    ...(ends.length > 0 && { 'data-mine': ends.join(' ') }),
    ...(look.own && { 'data-own': '' }),
  };
}
