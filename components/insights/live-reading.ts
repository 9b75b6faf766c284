import type { Records } from '#lib/annotation/record-set.ts';
import { type MutableObservable, observable, type Observable } from '#lib/client/observable.ts';
import {
  openReadingSession,
  type ReadingSession,
  type ReadingSessionOptions,
} from '#lib/client/reading-session.ts';
import { RunningInsight } from '#lib/insight/insight-of.ts';
import type { Insight } from '#lib/insight/insight.ts';
import { ofRevision } from '#lib/insight/of-revision.ts';
import type { Presence } from '#lib/protocol/sync.ts';

/** Milliseconds. Figures that change more often than four times a second cannot be read, and many people mark at once. */
const PAUSE = 250;

/** What a page needs that only looks on and writes nothing. */
export interface LiveReading {
  /** Null until everything that the server has has arrived. */
  readonly records: Observable<Records | null>;
  readonly presence: Observable<readonly Presence[]>;
  /** What the records add up to. It comes along with the session: before, the server's own figures stand. */
  insightOf(records: Records, revision: string): Insight;
  close(): void;
}

/** `onEnd`: the server ended it for good (signed out, moved, no longer a member). */
export function openLiveReading(options: ReadingSessionOptions, onEnd: () => void): LiveReading {
  const session = openReadingSession({ ...options, onlooker: true });
  const records = observable<Records | null>(null);
  const running = new RunningInsight();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let came = false;
  const follow = (): void => {
    came = pause !== undefined;
    if (came) return;
    passOn(session, records);
    pause = setTimeout(() => {
      pause = undefined;
      if (came) follow();
    }, PAUSE);
  };
  const endings = [
    session.records.subscribe(follow),
    session.saving.subscribe(follow),
    session.ended.subscribe(onEnd),
  ];
  follow();
  return {
    records,
    presence: session.presence,
    insightOf: (now, revision) => running.follow(ofRevision(now, revision)),
    close() {
      clearTimeout(pause);
      for (const end of endings) end();
      session.close();
    },
  };
}

/** Before the first answer of the server the session holds nothing yet, which is not the same as no records. */
function passOn(session: ReadingSession, records: MutableObservable<Records | null>): void {
  const { kind } = session.saving.get();
  const arrived = kind === 'saved' || kind === 'saving';
  if (arrived || records.get() !== null) records.set(session.records.get());
}
