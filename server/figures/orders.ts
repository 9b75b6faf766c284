import type { ReportSubject } from '#lib/insight/report/reading-report.ts';
import type { PlaceId } from '../store/log.ts';

/** An article's text as it is kept; `blocks` is JSON. */
export interface KeptText {
  revision: string;
  canonical: string;
  blocks: string;
}

/** Logs that the asker may read. Of a reading of which they may not read `shared` it is null. */
export interface LogNames {
  shared: PlaceId | null;
  /** The desks of which they may see every change, revealed ones too. */
  desks: readonly PlaceId[];
  /** Others' desks of which they see what the reveal showed them. */
  shownDesks: readonly PlaceId[];
}

/** Milliseconds since the epoch. */
interface Moment {
  /** Null: now, as the order was given. */
  at: number | null;
}

interface InsightOrder extends Moment {
  logs: LogNames;
  members: readonly string[];
  /** Whose figures of their own are given. */
  shown: readonly string[];
}

export interface ReportOrder extends Moment {
  logs: LogNames;
  about: Omit<ReportSubject, 'text' | 'blocks' | 'asker'> & {
    asker: Omit<ReportSubject['asker'], 'mayRead'>;
  };
  /** Members whose doings the asker may read. */
  mayRead: readonly string[];
  /** As outsiders get it (`report-json.ts`), or all of it. */
  as: 'document' | 'report';
}

export interface ChangedTagsOrder {
  logs: LogNames;
  after: number | null;
  until: number | null;
}

export interface LedgerOrder {
  readings: readonly {
    id: string;
    article: { id: string; title: string; written: string | null };
    logs: LogNames;
  }[];
}

/** What is to be counted, each over logs that were found to be the asker's to read. */
export interface Orders {
  tally: { logs: LogNames };
  insight: InsightOrder;
  report: ReportOrder;
  changedTags: ChangedTagsOrder;
  ledger: LedgerOrder;
}

export type FiguresOrder = {
  [W in keyof Orders]: {
    work: W;
    /** All that the answer depends on, beside the logs and the day: equal orders have equal answers. */
    of: Orders[W];
    /** The text of each reading; told apart by its revision. */
    texts: readonly KeptText[];
    /** When it was ordered. */
    now: number;
  };
}[keyof Orders];

/** What a figures thread does. */
export interface FiguresWorks {
  count(order: FiguresOrder): Uint8Array<ArrayBuffer>;
}

export function logsOf({ of }: FiguresOrder): LogNames[] {
  return 'readings' in of ? of.readings.map(({ logs }) => logs) : [of.logs];
}

/** Up to when a day holds: `YYYY-MM-DD`, UTC. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
