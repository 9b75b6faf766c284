import { CONTENDERS } from './contender.ts';
import { type RowId, TABLE_ROWS } from './rows.ts';
import type { Figure } from './works.ts';

/** All that was measured: by row, then contender, a figure for each run. */
export class Results {
  readonly #figures = new Map<string, Figure[]>();

  add(contender: string, figures: readonly Figure[]): void {
    for (const figure of figures) {
      const name = `${figure.row}|${contender}`;
      this.#figures.set(name, [...(this.#figures.get(name) ?? []), figure]);
    }
  }

  /** The middle one of the runs; undefined when there was none. */
  median(row: RowId, contender: string): Figure | undefined {
    const figures = this.#figures.get(`${row}|${contender}`) ?? [];
    const sorted = [...figures].sort((a, b) => a.value - b.value);
    return sorted[Math.floor((sorted.length - 1) / 2)];
  }
}

type Row = (typeof TABLE_ROWS)[number];

const [OWN, ...PEERS] = CONTENDERS.map(({ name }) => name);

/** The table in Markdown: medians, and each row's ratio to the best peer. Rows that nobody measured are left out. */
export function table(results: Results): string {
  const measured = TABLE_ROWS.filter(({ id }) => results.median(id, OWN ?? '') !== undefined);
  const head = ['work', 'unit', OWN, ...PEERS, 'ratio', 'asked', 'reached'];
  const rows = measured.map((row) => cells(results, row));
  const line = (columns: readonly (string | undefined)[]): string => `| ${columns.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cells(results: Results, row: Row): string[] {
  const own = results.median(row.id, OWN ?? '');
  const ratio = ratioOf(results, row, own?.value ?? Number.NaN);
  return [
    row.work,
    row.unit,
    text(row, own),
    ...PEERS.map((peer) => text(row, results.median(row.id, peer))),
    ratio === null ? '–' : `${ratio.toFixed(2)}x`,
    asked(row),
    reached(row, own?.value ?? Number.NaN, ratio),
  ];
}

function text({ digits }: Row, figure: Figure | undefined): string {
  if (figure === undefined) return '–';
  if (!Number.isFinite(figure.value)) return 'nothing arrived';
  const note = figure.note === undefined || figure.note === '' ? '' : ` (${figure.note})`;
  return `${figure.value.toFixed(digits)}${note.replace('(, ', '(')}`;
}

/** Null where there is no peer to compare with. */
function ratioOf(results: Results, { id }: Row, own: number): number | null {
  const peers = PEERS.flatMap((peer) => results.median(id, peer)?.value ?? []);
  return peers.length === 0 ? null : own / Math.min(...peers);
}

function asked({ atMost, ratio, unit }: Row): string {
  if (ratio !== undefined) return `≤ ${ratio}x`;
  return atMost === undefined ? '–' : `≤ ${atMost} ${unit}`;
}

function reached({ atMost, ratio }: Row, own: number, measured: number | null): string {
  if (atMost !== undefined) return own <= atMost ? 'yes' : 'no';
  if (ratio === undefined || measured === null) return '–';
  return measured <= ratio ? 'yes' : 'no';
}
