import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- bench:sync begin -->';
const END = '<!-- bench:sync end -->';

/** Puts `text` between the markers of a Markdown file and leaves the rest as it is. Throws when there are none. */
export function putBetweenMarkers(file: string, text: string): void {
  const whole = readFileSync(file, 'utf8');
  const begin = whole.indexOf(BEGIN);
  const end = whole.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the table.`);
  const before = whole.slice(0, begin + BEGIN.length);
  writeFileSync(file, `${before}\n\n${text}\n\n${whole.slice(end)}`);
}
