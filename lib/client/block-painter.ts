import { startOfBlock, textNodesOf } from './dom-offsets.ts';
import { attributesOf, clipLook, type SegmentLook } from './segment-look.ts';

/** A drawn `<mark>` and the text it holds. UTF-16 offsets, half-open. */
export interface PaintedMark {
  element: HTMLElement;
  start: number;
  end: number;
}

/**
 * Draws the looks (sorted, disjoint) over one block. A look that crosses inline elements gives several marks. The
 * first piece of a split text node is the old node, so that `clearBlock` leaves the very nodes that were there.
 */
export function paintBlock(block: HTMLElement, looks: readonly SegmentLook[]): PaintedMark[] {
  clearBlock(block);
  const marks: PaintedMark[] = [];
  let begin = startOfBlock(block);
  let next = 0;
  for (const text of textNodesOf(block)) {
    const end = begin + text.length;
    while ((looks[next]?.end ?? Infinity) <= begin) next += 1;
    const covering: SegmentLook[] = [];
    for (let index = next; (looks[index]?.start ?? Infinity) < end; index += 1) {
      covering.push(looks[index] as SegmentLook);
    }
    marks.push(...wrapPieces(text, begin, covering));
    begin = end;
  }
  return marks;
}

/** From the last piece to the first: each split leaves the offsets before it alone. */
function wrapPieces(text: Text, begin: number, looks: readonly SegmentLook[]): PaintedMark[] {
  const end = begin + text.length;
  return looks
    .toReversed()
    .map((look) => wrapPiece(text, begin, clipLook(look, { start: begin, end })))
    .toReversed();
}

function wrapPiece(text: Text, begin: number, look: SegmentLook): PaintedMark {
  const from = look.start - begin;
  const to = look.end - begin;
  if (to < text.length) text.splitText(to);
  const piece = from > 0 ? text.splitText(from) : text;
  const element = document.createElement('mark');
  for (const [name, value] of Object.entries(attributesOf(look))) element.setAttribute(name, value);
  piece.replaceWith(element);
  element.append(piece);
  return { element, start: look.start, end: look.end };
}

/** Takes every mark out of the block and joins its text nodes again. */
export function clearBlock(block: HTMLElement): void {
  const marks = block.querySelectorAll('mark.mark');
  if (marks.length === 0) return;
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  block.normalize();
}
