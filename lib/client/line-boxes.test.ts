import { expect, test } from 'vitest';
import { lineBoxes } from './line-boxes.ts';

const box = (left: number, right: number, top: number, bottom = top + 26) => ({
  left,
  right,
  top,
  bottom,
});

test('[I7] the pieces of a line are one box, the next line is another', () => {
  const pieces = [box(300, 320, 0), box(320, 400, 0), box(0, 80, 31), box(80, 90, 31)];
  expect(lineBoxes(pieces)).toEqual([box(300, 400, 0), box(0, 90, 31)]);
});

test('[I7] a smaller word in the line does not part it, and what is empty gives no box', () => {
  expect(lineBoxes([box(0, 40, 0), box(40, 60, 4, 20), box(60, 60, 0), box(60, 90, 0)])).toEqual([
    box(0, 90, 0),
  ]);
  expect(lineBoxes([box(60, 60, 0)])).toEqual([]);
});
