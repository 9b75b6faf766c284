import type { Annotation } from '../annotation/record.ts';
import { type Segment, segmentsOf } from '../insight/segments.ts';
import { depthStep, isContested, leadingTag, votesOf } from '../insight/votes.ts';

/** How one segment looks (codebook, "How the tags look"). UTF-16 offsets, half-open. */
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
  /** Whether an annotation of mine begins or ends exactly here. */
  mine: { start: boolean; end: boolean };
  /** Whether a mark of mine lies here: it stays as it is while others' fade in. */
  own: boolean;
}

/** The looks of the segments inside one block, clipped to it, in the order of the text. */
export function looksIn(
  block: { start: number; end: number },
  annotations: Iterable<Annotation>,
  userId: string,
): SegmentLook[] {
  return segmentsOf(annotations)
    .filter(({ start, end }) => start < block.end && end > block.start)
    .map((segment) => clipLook(lookOf(segment, userId), block))
    .map((look, at, looks) => withOneBar(look, looks[at - 1]));
}

/** Where two of mine meet, the end of the first is enough. */
function withOneBar(look: SegmentLook, before: SegmentLook | undefined): SegmentLook {
  if (before === undefined || !before.mine.end || before.end !== look.start) return look;
  return { ...look, mine: { ...look.mine, start: false } };
}

/** The part of the look inside a stretch. A cut end is no end of mine. */
export function clipLook(look: SegmentLook, within: { start: number; end: number }): SegmentLook {
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

function lookOf({ start, end, annotations }: Segment, userId: string): SegmentLook {
  const votes = votesOf(annotations);
  const mine = annotations.filter(({ author }) => author === userId);
  return {
    start,
    end,
    lead: leadingTag(votes),
    step: depthStep(votes.members),
    lanes: Object.keys(votes.tags).sort(),
    contested: isContested(votes),
    mine: {
      start: mine.some(({ target }) => target.start === start),
      end: mine.some(({ target }) => target.end === end),
    },
    own: mine.length > 0,
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
    ...(ends.length > 0 && { 'data-mine': ends.join(' ') }),
    ...(look.own && { 'data-own': '' }),
  };
}
