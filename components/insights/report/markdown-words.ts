import type { Table } from '../csv.ts';

/**
 * Words that somebody typed, on one line: wherever they stand in Markdown (CommonMark, GitHub's) they stay words. Marks that would
 * turn the direction of what follows are left out.
 */
export function escaped(words: string | number): string {
  return (
    String(words)
      .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .replaceAll(/[\\`*_[\]<>|~&$@]/g, '\\$&')
      // GitHub makes links of bare addresses.
      .replaceAll(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
      .replace(/^[#+=-]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** Markdown in which all that is put in is escaped. */
export function markdown(parts: TemplateStringsArray, ...words: (string | number)[]): string {
  return parts
    .map((part, at) => part + (at < words.length ? escaped(words[at] ?? '') : ''))
    .join('');
}

/** GitHub's tables. */
export function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escaped(cell)).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
