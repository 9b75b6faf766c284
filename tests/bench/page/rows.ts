/** What the table says, row by row, and what was asked for. */
interface Row {
  id: string;
  work: string;
  unit: 'ms' | 'frames' | 'elements' | 'shift';
  digits: number;
  atMost?: number;
  /** At most so many times what this contender needs. */
  ratio?: { to: 'DecorationSet' | 'Recogito'; atMost: number };
}

const ROWS = [
  {
    id: 'painted',
    work: 'Data at hand → marks and cards painted',
    unit: 'ms',
    digits: 0,
    ratio: { to: 'DecorationSet', atMost: 0.15 },
  },
  {
    id: 'painted to Recogito',
    work: 'the same, against Recogito',
    unit: 'ms',
    digits: 0,
    ratio: { to: 'Recogito', atMost: 0.03 },
  },
  { id: 'painted layer', work: '… the layer alone', unit: 'ms', digits: 0 },
  {
    id: 'one',
    work: 'One remote annotation → painted, with its card',
    unit: 'ms',
    digits: 1,
    atMost: 16,
    ratio: { to: 'DecorationSet', atMost: 0.8 },
  },
  { id: 'one layer', work: '… the layer alone', unit: 'ms', digits: 1 },
  {
    id: 'scroll',
    work: 'Scrolling 150 px a frame: main thread a frame',
    unit: 'ms',
    digits: 1,
    atMost: 8,
  },
  { id: 'scroll layer', work: '… the layer alone', unit: 'ms', digits: 1 },
  { id: 'scroll late', work: '… frames over 20 ms', unit: 'frames', digits: 0, atMost: 0 },
  { id: 'scroll layer late', work: '… the layer alone', unit: 'frames', digits: 0 },
  {
    id: 'phone',
    work: 'Phone (390 x 844, CPU 4x slower): painted',
    unit: 'ms',
    digits: 0,
    atMost: 250,
  },
  { id: 'phone layer', work: '… the layer alone', unit: 'ms', digits: 0 },
  {
    id: 'phone scroll',
    work: 'Phone, scrolling 40 px a frame: main thread a frame',
    unit: 'ms',
    digits: 1,
    atMost: 12,
  },
  { id: 'phone scroll layer', work: '… the layer alone', unit: 'ms', digits: 1 },
  {
    id: 'dense',
    work: 'The same annotations on 1,300 words: painted',
    unit: 'ms',
    digits: 0,
    atMost: 100,
  },
  { id: 'dense layer', work: '… the layer alone', unit: 'ms', digits: 0 },
  { id: 'hit', work: 'Hit test', unit: 'ms', digits: 3, atMost: 0.1 },
  {
    id: 'elements',
    work: 'Elements in the article',
    unit: 'elements',
    digits: 0,
    atMost: 2000,
  },
  { id: 'dense elements', work: '… on 1,300 words', unit: 'elements', digits: 0, atMost: 2000 },
  { id: 'key', work: 'A key in a composer → painted', unit: 'ms', digits: 1, atMost: 16 },
  {
    id: 'lcp',
    work: 'LCP of the reading page, CPU 4x slower',
    unit: 'ms',
    digits: 0,
    atMost: 1500,
  },
  { id: 'cls', work: 'CLS', unit: 'shift', digits: 3, atMost: 0 },
  { id: 'tbt', work: 'TBT', unit: 'ms', digits: 0, atMost: 150 },
] as const satisfies readonly Row[];

export type RowId = (typeof ROWS)[number]['id'];

/** A row whose optional fields can be asked for. */
export type TableRow = Row & { id: RowId };
export const TABLE_ROWS: readonly TableRow[] = ROWS;
