/** What a view shows, as a table. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** How many rows there are, where only the first are given. */
  total?: number;
}

/**
 * RFC 4180, with a byte order mark, without which spreadsheets take UTF-8 for something else. Words that a spreadsheet would take for a formula get an apostrophe before them.
 */
export function csvOf({ head, rows }: Table): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
