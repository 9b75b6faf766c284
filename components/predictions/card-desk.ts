import type { RecordWrite } from '#lib/client/reading-session.ts';
import type { Myself } from '#lib/protocol/http.ts';
import type { LedgerReading } from './ledger-view.ts';

/** What a card needs of the page beside its prediction. */
export interface CardDesk {
  user: Myself;
  reading: LedgerReading;
  /** "you" for me. */
  nameOf(user: string): string;
  write(writes: readonly RecordWrite[]): void;
}
