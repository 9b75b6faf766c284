/** A part of one line of text, in CSS pixels. */
export interface LineBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** One box for each line, from the rectangles of the text nodes in it, which come in the order of the text. */
export function lineBoxes(rects: Iterable<LineBox>): LineBox[] {
  const lines: LineBox[] = [];
  for (const { left, right, top, bottom } of rects) {
    if (right <= left) continue;
    const line = lines.at(-1);
    const isOnIt = line !== undefined && (top + bottom) / 2 < line.bottom && bottom > line.top;
    if (isOnIt && left >= line.left) grow(line, { left, right, top, bottom });
    else lines.push({ left, right, top, bottom });
  }
  return lines;
}

function grow(line: LineBox, by: LineBox): void {
  line.left = Math.min(line.left, by.left);
  line.right = Math.max(line.right, by.right);
  line.top = Math.min(line.top, by.top);
  line.bottom = Math.max(line.bottom, by.bottom);
}
