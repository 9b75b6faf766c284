import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import type { GroupView, MemberView, Myself, ReadingView } from '#lib/protocol/http.ts';

/** What the page needs of a reading to write into it. */
export type LedgerReading = Pick<ReadingView, 'id' | 'role' | 'phase' | 'place'>;

/** What the page of a group's predictions needs at first paint. */
export interface LedgerView {
  user: Myself;
  group: Pick<GroupView, 'id' | 'name'>;
  readings: LedgerReading[];
  members: Pick<MemberView, 'id' | 'name'>[];
  ledger: Ledger;
}
