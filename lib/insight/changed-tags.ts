import type { Stretch } from './contested.ts';
import { type LoggedChange, RunningTags } from './running-tags.ts';
import { RunningTalk, type Said } from './running-talk.ts';

/** Each in its own order: what the asker may read of, change by change. */
export interface ChangeLogs {
  shared: readonly LoggedChange[];
  desks: readonly (readonly LoggedChange[])[];
}

/** A member's tag on a passage that became another one. */
export interface ChangedTag extends Stretch {
  /** Log time, milliseconds since the epoch. */
  at: number;
  user: string;
  /** Null: none. */
  from: string | null;
  /** Null: it was taken off. */
  to: string | null;
  /**
   * What another said last on any of these words before, and still stood. Whether it was read is not known: reading times are not in
   * the log.
   */
  said: Said | null;
}

export interface TagChanges {
  /** In the order of the log. */
  changes: ChangedTag[];
  /** Passages that somebody tagged for the first time: no change. */
  first: number;
}

/** What became another tag later than `after` and not later than `until` (milliseconds since the epoch; IP6). */
export function changedTags(
  logs: ChangeLogs,
  { after, until }: { after: number; until: number },
): TagChanges {
  const [tags, talk] = [new RunningTags(), new RunningTalk()];
  const found: TagChanges = { changes: [], first: 0 };
  for (const { at, events, shared } of moments(logs)) {
    if (at > until) break;
    const turns = tags.take(events);
    for (const { from, ...turn } of at > after ? turns : []) {
      if (from === undefined) {
        found.first += turn.to === null ? 0 : 1;
        continue;
      }
      // On a desk nobody sees what others say.
      const said = shared ? talk.lastOn(turn, turn.user) : null;
      found.changes.push({ at, ...turn, from, said });
    }
    if (shared) for (const event of events) talk.take(event);
  }
  return found;
}

interface Moment {
  at: number;
  events: LoggedChange[];
  shared: boolean;
}

/** In order of time; of one time desks before `shared`, into which they are brought. */
function moments({ shared, desks }: ChangeLogs): Moment[] {
  const ofLog = (log: readonly LoggedChange[], isShared: boolean): Moment[] =>
    [...Map.groupBy(log, ({ at }) => at)].map(([at, events]) => ({ at, events, shared: isShared }));
  // The engine's sort is stable.
  return [...desks.flatMap((desk) => ofLog(desk, false)), ...ofLog(shared, true)].sort(
    (a, b) => a.at - b.at,
  );
}
