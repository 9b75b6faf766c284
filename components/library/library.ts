import type { Insight } from '#lib/insight/insight.ts';
import type {
  GroupView,
  InviteView,
  Myself,
  ReadingMember,
  ReadingView,
} from '#lib/protocol/http.ts';

/** One reading as the library shows it. */
export interface LibraryReading {
  reading: ReadingView;
  insight: Insight;
  members: ReadingMember[];
}

/** The library page of one group. */
export interface Library {
  user: Myself;
  groups: GroupView[];
  group: GroupView;
  readings: LibraryReading[];
  /** Null for who may not manage the group. `openWith`: as of `InviteStrip`. */
  invite: { link: InviteView | null; openWith: string | null } | null;
}
