import type { Insight } from '#lib/insight/insight.ts';
import type { GroupView, InviteView, ReadingMember, ReadingView } from '#lib/protocol/http.ts';

/** One reading as the library shows it. */
export interface LibraryReading {
  reading: ReadingView;
  insight: Insight;
  members: ReadingMember[];
}

/** The library page of one group. */
export interface Library {
  user: { id: string; name: string };
  groups: GroupView[];
  group: GroupView;
  readings: LibraryReading[];
  /** Null for who may not manage the group. */
  invite: { link: InviteView | null; onlyThisMachine: boolean } | null;
}
