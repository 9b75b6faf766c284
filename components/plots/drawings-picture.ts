import { type Picture, escaped, framed } from '#components/insights/picture.ts';
import type { Drawing, Look, Shape } from './drawing.ts';

/** On white. Those without are text. */
const LOOKS: Record<Look, string> = {
  fact: 'fill="#0067a3"',
  prediction: 'fill="url(#prediction)"',
  opinion: 'fill="url(#opinion)"',
  other: 'fill="#5f5a52"',
  grid: 'stroke="#e6e0d5"',
  axis: 'stroke="#8a8479"',
  broken: 'stroke="#8a8479" stroke-width="1.5" stroke-dasharray="5 4"',
  range: 'stroke="#a85b00" stroke-width="1.5"',
  line: 'stroke="#1f1c18" stroke-width="1.5"',
  dot: 'fill="#a85b00" stroke="#fff" stroke-width="1.5"',
  count: 'fill="#fff" font-weight="600"',
  title: 'fill="#1f1c18" font-weight="500"',
  words: 'fill="#5f5a52"',
  note: 'fill="#5f5a52" stroke="#fff" stroke-width="4" paint-order="stroke"',
};

export interface Part {
  /** Stands above it. */
  heading: string;
  drawing: Drawing;
}

const [LEFT, TOP, HEADING, GAP] = [20, 66, 16, 30];
/** Larger than on the page: a file is looked at by itself. */
const SCALE = 1.5;

/** Drawings one below the other. */
export function drawingsPicture(title: string, parts: readonly Part[]): Picture {
  let top = TOP;
  const body = parts.map(({ heading, drawing }) => {
    const at = top;
    top += HEADING + drawing.height * SCALE + GAP;
    return `<text x="${LEFT}" y="${at}" font-size="14" fill="#1f1c18">${escaped(heading)}</text><g transform="translate(${LEFT} ${at + HEADING}) scale(${SCALE})" font-size="11">${drawing.shapes.map(element).join('')}</g>`;
  });
  return framed(title, body.join(''), top);
}

function element({ name, look, at, words, anchor }: Shape): string {
  const places = Object.entries(at).map(([key, value]) => `${key}="${Number(value.toFixed(2))}"`);
  const anchored = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<${name} ${places.join(' ')} ${LOOKS[look]}${anchored}>${escaped(words ?? '')}</${name}>`;
}
