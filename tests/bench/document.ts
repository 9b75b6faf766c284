import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts `text` between the markers of this name in a Markdown file and leaves the rest as it is. Throws when there are
 * none.
 */
export function putBetweenMarkers(file: string, name: string, text: string): void {
  const whole = readFileSync(file, 'utf8');
  const marker = `<!-- ${name} begin -->`;
  const begin = whole.indexOf(marker);
  const end = whole.indexOf(`<!-- ${name} end -->`);
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the table.`);
  const before = whole.slice(0, begin + marker.length);
  writeFileSync(file, `${before}\n\n${text}\n\n${whole.slice(end)}`);
}
