import { type RowId, TABLE_ROWS, type TableRow } from './rows.ts';

export const CONTENDERS = ['Postil', 'DecorationSet', 'Recogito'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** In the row's unit; Infinity when it did not come about while one waited. */
export type Figures = Partial<Record<RowId, number>>;

/** All that was measured: by row and contender, a value for each run. */
export class Results {
  readonly #values = new Map<string, number[]>();

  add(contender: ContenderName, figures: Figures): void {
    for (const [row, value] of Object.entries(figures)) {
      const name = `${row}|${contender}`;
      this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
    }
  }

  /** The middle one of the runs; undefined when there was none. */
  median(row: RowId, contender: ContenderName): number | undefined {
    const sorted = (this.#values.get(`${row}|${contender}`) ?? []).toSorted((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)];
  }
}

/** The table in Markdown: medians, what was asked for, and whether it was reached. */
export function table(results: Results): string {
  const measured = TABLE_ROWS.filter(({ id }) => results.median(id, 'Postil') !== undefined);
  const head = ['figure', 'unit', ...CONTENDERS, 'ratio', 'asked', 'reached'];
  const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;
  const rows = measured.map((row) => line(cells(results, row)));
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
}

function cells(results: Results, row: TableRow): string[] {
  const own = results.median(row.id, 'Postil') ?? Number.NaN;
  const peer = row.ratio && results.median(row.id, row.ratio.to);
  const ratio = peer === undefined ? null : own / peer;
  return [
    row.work,
    row.unit,
    ...CONTENDERS.map((name) => text(row, results.median(row.id, name))),
    ratio === null ? '–' : `${ratio.toFixed(2)}x`,
    asked(row),
    reached(row, own, ratio),
  ];
}

function text({ digits }: TableRow, value: number | undefined): string {
  if (value === undefined) return '–';
  return Number.isFinite(value) ? value.toFixed(digits) : 'not in time';
}

function asked({ atMost, ratio, unit }: TableRow): string {
  const parts = [
    ...(ratio === undefined ? [] : [`≤ ${ratio.atMost}x ${ratio.to}`]),
    ...(atMost === undefined ? [] : [atMost === 0 ? 'none' : `≤ ${atMost} ${unit}`]),
  ];
  return parts.length === 0 ? '–' : parts.join(', ');
}

function reached({ atMost, ratio: wanted }: TableRow, own: number, ratio: number | null): string {
  if (atMost === undefined && wanted === undefined) return '–';
  if (wanted !== undefined && ratio === null) return '–';
  const isShort = own > (atMost ?? Infinity);
  return isShort || (ratio ?? 0) > (wanted?.atMost ?? Infinity) ? 'no' : 'yes';
}
