import type { Annotation } from '../annotation/record.ts';
import type { PaintedMark } from './block-painter.ts';

/** The element with an annotation's words. */
export function cardIdOf(annotation: string): string {
  return `card-${annotation}`;
}

/** The button that says what is marked in a block. */
export function blockSummaryIdOf(block: number): string {
  return `marks-in-block-${block}`;
}

/**
 * Says each annotation once, at the mark in which it begins: its card when it has words, and the block's summary. The
 * other marks are nothing of their own. Only attributes that are not right already are written.
 */
export function describeMarks(
  marks: readonly PaintedMark[],
  annotations: readonly Annotation[],
  block: number,
): void {
  const byStart = annotations.toSorted((a, b) => a.target.start - b.target.start);
  let next = 0;
  for (const { element, start, end } of marks) {
    const ids = new Set<string>();
    while ((byStart[next]?.target.start ?? Infinity) < start) next += 1;
    for (; (byStart[next]?.target.start ?? Infinity) < end; next += 1)
      for (const id of detailsOf(byStart[next] as Annotation, block)) ids.add(id);
    describe(element, [...ids].join(' '));
  }
}

/** A card that lies in a stack, or has no room in a narrow window, is not there: the summary is, and leads to it. */
function detailsOf({ id, comment }: Annotation, block: number): string[] {
  const summary = blockSummaryIdOf(block);
  return comment === null ? [summary] : [cardIdOf(id), summary];
}

function describe(mark: HTMLElement, details: string): void {
  const isSaid = details !== '';
  if ((mark.getAttribute('aria-details') ?? '') !== details)
    if (isSaid) mark.setAttribute('aria-details', details);
    else mark.removeAttribute('aria-details');
  if (mark.hasAttribute('role') === isSaid)
    if (isSaid) mark.removeAttribute('role');
    else mark.setAttribute('role', 'none');
}
