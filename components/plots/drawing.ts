import type { ScaleLinear } from 'd3-scale';

/** How an element of a drawing looks: the page has colours of its theme for it, a file those on white. */
export type Look =
  | 'fact'
  | 'prediction'
  | 'opinion'
  | 'other'
  | 'grid'
  | 'axis'
  | 'broken'
  | 'range'
  | 'line'
  | 'dot'
  | 'count'
  | 'title'
  | 'words'
  | 'note';

/** An SVG element. */
export interface Shape {
  name: 'circle' | 'line' | 'rect' | 'text';
  look: Look;
  at: Readonly<Record<string, number>>;
  /** Of a `text`. */
  words?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** Drawn once, for the page and for a file. */
export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** From data to places in the drawing. */
export type Scale = ScaleLinear<number, number>;

export function words(
  said: string,
  [x, y]: readonly [number, number],
  anchor: 'start' | 'middle' | 'end' = 'start',
  look: Look = 'words',
): Shape {
  return { name: 'text', look, at: { x, y }, words: said, anchor };
}

export function line(
  look: Look,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Shape {
  return { name: 'line', look, at: { x1, y1, x2, y2 } };
}

export function circle(look: Look, [cx, cy]: readonly [number, number], r: number): Shape {
  return { name: 'circle', look, at: { cx, cy, r } };
}

/** From one corner to the opposite one. */
export function box(
  look: Look,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Shape {
  const at = { x: Math.min(x1, x2), y: Math.min(y1, y2) };
  return {
    name: 'rect',
    look,
    at: { ...at, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) },
  };
}
