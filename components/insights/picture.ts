import { givenTags } from './given-tags.ts';
import type { Stretch } from './stretches.ts';

/** Drawn by us, on white, so that it can stand in any document. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const FACT = '#0067a3';
const OTHER = '#5f5a52';

/** Solid, striped and dotted, as on the page. */
const PATTERNS = `<defs><pattern id="prediction" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(-25)"><rect width="8" height="8" fill="#a85b00"/><rect x="5" width="3" height="8" fill="#cf9f66"/></pattern><pattern id="opinion" width="6" height="5" patternUnits="userSpaceOnUse"><rect width="6" height="5" fill="#9b3a78"/><circle cx="3" cy="2.5" r="1.3" fill="#cd9dbc"/></pattern></defs>`;

export interface SplitRow {
  words: string;
  counts: Readonly<Record<string, number>>;
}

const WIDTH = 860;
const ROW = 64;
const BAR = { left: 20, width: WIDTH - 40, height: 12 };

/** A row each: the words, the bar and its counts. */
export function splitBarsPicture(title: string, rows: readonly SplitRow[]): Picture {
  const body = rows.map(({ words, counts }, at) => splitRow(words, counts, 62 + at * ROW));
  return framed(title, body.join(''), 62 + rows.length * ROW);
}

function splitRow(words: string, counts: SplitRow['counts'], top: number): string {
  const given = givenTags(counts);
  const total = given.reduce((sum, { count }) => sum + count, 0);
  let left = BAR.left;
  const bars = given.map(({ tag, count }) => {
    const width = (BAR.width * count) / Math.max(1, total);
    const bar = rect(
      { left, top: top + 10, width: Math.max(1, width - 2), height: BAR.height },
      tag.id,
    );
    left += width;
    return bar;
  });
  const said = given.map(({ tag, count }) => `${tag.icon} ${count} ${tag.name}`).join('   ');
  return `${text(cut(words, 110), top, 14, '#1f1c18')}${bars.join('')}${text(said, top + 39, 12, OTHER)}`;
}

const STRIP = { top: 60, height: 120 };

/** The text from left to right: how many marked the busiest passage of each stretch, and as what. */
export function stripPicture(title: string, stretches: readonly Stretch[]): Picture {
  const highest = Math.max(1, ...stretches.map(({ busiest }) => busiest?.members ?? 0));
  const step = BAR.width / Math.max(1, stretches.length);
  const body = stretches.map(({ busiest }, at) => {
    const full = ((busiest?.members ?? 0) / highest) * STRIP.height;
    const given = busiest === null ? [] : givenTags(busiest.tags);
    const total = given.reduce((sum, { count }) => sum + count, 0);
    let bottom = STRIP.top + STRIP.height;
    return given.map(({ tag, count }) => {
      const height = (full * count) / Math.max(1, total);
      bottom -= height;
      return rect({ left: BAR.left + at * step, top: bottom, width: step - 1, height }, tag.id);
    });
  });
  const foot = text('beginning to end; height: members', STRIP.top + STRIP.height + 22, 12, OTHER);
  return framed(title, body.flat().join('') + foot, STRIP.top + STRIP.height + 36);
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function rect({ left, top, width, height }: Box, tag: string): string {
  const patterned = tag === 'prediction' || tag === 'opinion';
  const fill = patterned ? `url(#${tag})` : tag === 'fact' ? FACT : OTHER;
  const [x, y, w, h] = [left, top, width, height].map((one) => one.toFixed(1));
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
}

function text(words: string, y: number, size: number, fill: string): string {
  return `<text x="${BAR.left}" y="${y}" font-size="${size}" fill="${fill}" xml:space="preserve">${escaped(words)}</text>`;
}

/** A title and what stands below it, on white. `body`: SVG that may fill with `url(#prediction)` and `url(#opinion)`. */
export function framed(title: string, body: string, height: number): Picture {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter, system-ui, sans-serif" role="img"><title>${escaped(title)}</title>${PATTERNS}<rect width="${WIDTH}" height="${height}" fill="#fff"/>${text(title, 32, 17, '#1f1c18')}${body}</svg>`;
  return { svg, width: WIDTH, height };
}

function cut(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/u, '')} …`;
}

/** Control characters have no place in XML. */
export function escaped(words: string): string {
  return words
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
