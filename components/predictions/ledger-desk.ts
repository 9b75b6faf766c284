import { type Observable, observable } from '#lib/client/observable.ts';
import type { ReadingSession, RecordWrite, RefusedWrite } from '#lib/client/reading-session.ts';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import type { Result } from '#lib/result.ts';
import type { LedgerReading } from './ledger-view.ts';

/** What the page shows and writes: figures are always the server's, since only it knows the log's time. */
export interface LedgerDesk {
  readonly ledger: Observable<Ledger>;
  /** For the status line; empty when there is nothing to say. */
  readonly status: Observable<string>;
  /** What the server would not take, or why nothing can be written now. */
  readonly problem: Observable<string | null>;
  /** The page was rendered anew. */
  take(ledger: Ledger): void;
  /** Asks the server for the ledger of now. */
  refresh(): void;
  write(reading: LedgerReading, writes: readonly RecordWrite[]): void;
  /** Lets go of what was refused. */
  dismiss(): void;
  close(): void;
}

interface Around {
  /** Opens the place where my work of the reading goes. */
  open(reading: LedgerReading): Promise<ReadingSession>;
  fetch(): Promise<Result<Ledger>>;
  /** A session is over for good: my work may go elsewhere now. */
  onEnd(): void;
}

/** What there is to say when all that I said is in the log. */
export const SAVED = 'Saved';
const OFFLINE = 'Offline: what you said is kept on this device and sent when you are back.';

/** One session a reading, opened by the first write; each change that the server has leads to its ledger of then. */
export function createLedgerDesk(first: Ledger, around: Around): LedgerDesk {
  const ledger = observable(first);
  const status = observable('');
  const problem = observable<string | null>(null);
  const sessions = new Map<string, Promise<ReadingSession>>();
  let refused: { session: ReadingSession; write: RefusedWrite }[] = [];
  let fetching = false;
  let stale = false;

  const refresh = async (): Promise<void> => {
    stale = true;
    if (fetching) return;
    fetching = true;
    while (stale) {
      stale = false;
      // oxlint-disable-next-line no-await-in-loop -- what changed meanwhile is asked for after it
      const answer = await around.fetch();
      if (answer.ok) ledger.set(answer.value);
      else status.set(answer.error);
      if (answer.ok && status.get() !== '') status.set(SAVED);
    }
    fetching = false;
  };

  const follow = (reading: string, session: ReadingSession): void => {
    let seen = session.records.get();
    const look = (): void => {
      const { kind } = session.saving.get();
      if (kind === 'saving') status.set('Saving …');
      if (kind === 'offline') status.set(OFFLINE);
      if (kind !== 'saved' || session.records.get() === seen) return;
      seen = session.records.get();
      void refresh();
    };
    session.records.subscribe(look);
    session.saving.subscribe(look);
    session.refused.subscribe(() => {
      const others = refused.filter((one) => one.session !== session);
      refused = [...others, ...session.refused.get().map((write) => ({ session, write }))];
      problem.set(refused.map(({ write }) => write.title).join(' ') || null);
    });
    session.ended.subscribe(() => {
      problem.set(session.ended.get()?.title ?? null);
      sessions.delete(reading);
      session.close();
      around.onEnd();
    });
  };

  const sessionOf = (reading: LedgerReading): Promise<ReadingSession> => {
    const known = sessions.get(reading.id);
    if (known !== undefined) return known;
    const opening = around.open(reading).then((session) => {
      follow(reading.id, session);
      return session;
    });
    sessions.set(reading.id, opening);
    return opening;
  };

  return {
    ledger,
    status,
    problem,
    take: (next) => ledger.set(next),
    refresh: () => void refresh(),
    write(reading, writes) {
      status.set('Saving …');
      sessionOf(reading).then(
        (session) => session.apply(writes),
        () => {
          sessions.delete(reading.id);
          status.set('');
          problem.set('Nothing was saved: Postil does not answer. Try again in a moment.');
        },
      );
    },
    dismiss() {
      for (const { session, write } of refused) session.dismissRefused(write.key);
      problem.set(null);
    },
    close() {
      for (const opening of sessions.values())
        void opening.then((session) => session.close()).catch(() => {});
      sessions.clear();
    },
  };
}
