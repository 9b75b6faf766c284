import { isLaidOut } from './laid-out.ts';
import { isFalseBreak } from './false-break.ts';

type Range = [start: number, end: number];

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Closing marks that a space parted from their sentence. */
const STRAY_CLOSING = /^[”»)\]]+(?=\s)/;

/**
 * The sentences of one block: half-open UTF-16 ranges in order, disjoint, without the
 * white space at their edges; every other character lies in exactly one. Breaks that
 * `Intl.Segmenter` (Unicode Standard Annex 29) makes after abbreviations, initials,
 * ellipses and inside reported questions are taken back. A line break that only wraps
 * a long line counts as a space.
 */
export function sentenceRanges(text: string): Range[] {
  const flowing = isLaidOut(text) ? text : text.replaceAll('\n', ' ');
  const ranges: Range[] = [];
  for (const { index, segment } of segmenter.segment(flowing)) {
    addSegment(ranges, flowing, [index, index + segment.length]);
  }
  return ranges.map((range) => trimmed(flowing, range)).filter(([start, end]) => start < end);
}

function addSegment(ranges: Range[], text: string, [start, end]: Range): void {
  const current = ranges.at(-1);
  if (current === undefined) {
    ranges.push([start, end]);
    return;
  }
  const begin = start + (STRAY_CLOSING.exec(text.slice(start, start + 4))?.[0].length ?? 0);
  current[1] = begin;
  if (isFalseBreak(text.slice(...current), text.slice(begin, end))) current[1] = end;
  else ranges.push([begin, end]);
}

function trimmed(text: string, [start, end]: Range): Range {
  const sentence = text.slice(start, end);
  const leading = sentence.length - sentence.trimStart().length;
  return leading === sentence.length
    ? [start, start]
    : [start + leading, start + sentence.trimEnd().length];
}
