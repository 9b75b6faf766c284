/** What the table says, row by row, and what was asked for. */
export type RowId = (typeof ROWS)[number]['id'];

interface Row {
  id: string;
  work: string;
  unit: string;
  digits: number;
  /** At most so many times the best peer's. */
  ratio?: number;
  /** At most so much, whatever the peers need. */
  atMost?: number;
}

const OPERATIONS = 'CPU-s / 100,000 delivered';

const ROWS = [
  {
    id: 'A',
    work: 'A: 100 people in one reading, the highest rate of writes with p99 < 250 ms',
    unit: OPERATIONS,
    digits: 3,
    ratio: 0.4,
  },
  { id: 'A rate', work: 'A: that rate', unit: 'writes/s', digits: 0 },
  { id: "A'", work: "A': the same at 20 writes/s", unit: OPERATIONS, digits: 2, ratio: 0.65 },
  { id: "A' p99", work: "A': p99", unit: 'ms', digits: 1, ratio: 1 },
  {
    id: 'B',
    work: 'B: 300 readings of 4 people, each 1 write/s',
    unit: OPERATIONS,
    digits: 2,
    ratio: 0.65,
  },
  { id: 'B p99', work: 'B: p99', unit: 'ms', digits: 1 },
  {
    id: 'C',
    work: 'C: joining a reading of 10,000 annotations',
    unit: 'CPU-ms / join',
    digits: 1,
    ratio: 0.1,
  },
  { id: 'C at once', work: 'C: 50 joins at once', unit: 'ms', digits: 0, ratio: 0.15 },
  {
    id: "C'",
    work: "C': the first complete join after a restart",
    unit: 'ms',
    digits: 0,
    ratio: 1,
  },
  {
    id: "C''",
    work: "C'': 100 come back at once after a restart, lacking 20 annotations",
    unit: 'ms',
    digits: 0,
    ratio: 0.25,
  },
  { id: "C'' cpu", work: "C'': CPU of the server", unit: 'CPU-ms', digits: 0 },
  {
    id: 'D',
    work: 'D: 100 people, each 5 cursor positions/s',
    unit: OPERATIONS,
    digits: 2,
    ratio: 0.3,
  },
  { id: 'D p99', work: 'D: p99', unit: 'ms', digits: 1, atMost: 50 },
  {
    id: 'M',
    work: 'Memory after 50 joins of a reading of 50,000 annotations',
    unit: 'MB',
    digits: 0,
    atMost: 250,
  },
] as const satisfies readonly Row[];

/** A row whose optional fields can be asked for. */
export const TABLE_ROWS: readonly (Row & { id: RowId })[] = ROWS;
