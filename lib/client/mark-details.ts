import type { Annotation } from '../annotation/record.ts';
import type { Stretch } from './annotated-blocks.ts';
import type { PaintedMark } from './block-painter.ts';

/** The element with an annotation's words. */
export function cardIdOf(annotation: string): string {
  return `card-${annotation}`;
}

/** The annotation or reply whose words stand in the element with this id. */
export function keyOfCard(id: string): string {
  return id.slice('card-'.length);
}

/** The button that says what is marked in a block. */
export function blockSummaryIdOf(block: number): string {
  return `marks-in-block-${block}`;
}

/**
 * Says each annotation once, at the mark in which it begins: its card, and the block's summary, which is there where no cards
 * are and for what has no words. A mark in which none begins is nothing of its own, but where a view says figures of each (`figuresOf`, INSIGHT-VIEWS.md, IV4). Only
 * attributes that are not right already are written.
 */
export function describeMarks(
  marks: readonly PaintedMark[],
  annotations: readonly Annotation[],
  block: number,
  figuresOf: (stretch: Stretch) => string,
): void {
  const byStart = annotations.toSorted((a, b) => a.target.start - b.target.start);
  let next = 0;
  for (const { element, start, end } of marks) {
    const begun: Annotation[] = [];
    while ((byStart[next]?.target.start ?? Infinity) < start) next += 1;
    for (; (byStart[next]?.target.start ?? Infinity) < end; next += 1)
      begun.push(byStart[next] as Annotation);
    describe(element, detailsOf(begun, block), figuresOf({ start, end }));
  }
}

/** Ids, the first that exists being what a screen reader goes to. */
function detailsOf(begun: readonly Annotation[], block: number): string {
  if (begun.length === 0) return '';
  const spoken = begun.filter(({ comment }) => comment !== null);
  return [...spoken.map(({ id }) => cardIdOf(id)), blockSummaryIdOf(block)].join(' ');
}

function describe(mark: HTMLElement, details: string, figures: string): void {
  set(mark, 'aria-details', details);
  set(mark, 'aria-description', figures);
  set(mark, 'role', details === '' && figures === '' ? 'none' : '');
}

/** An empty one is not there. */
function set(mark: HTMLElement, name: string, value: string): void {
  if ((mark.getAttribute(name) ?? '') === value) return;
  if (value === '') mark.removeAttribute(name);
  else mark.setAttribute(name, value);
}
