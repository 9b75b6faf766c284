import { equalityDeep } from 'lib0/function';
import { ownerOfKey } from '../annotation/record-key.ts';
import type { AnyRecord } from '../annotation/record.ts';
import type { Observable } from './observable.ts';
import type { RecordWrite } from './reading-session.ts';

/** Where a record of mine stands: where my work goes (`shared`, my desk), or in my own `private` place. */
export type RoomPlace = 'work' | 'private';

export interface PlacedWrite extends RecordWrite {
  place: RoomPlace;
}

/** What the history works on: the records as they are now, and the ordinary way to write them. */
export interface Ledger {
  read(at: Omit<PlacedWrite, 'value'>): AnyRecord | null;
  write(writes: readonly PlacedWrite[]): void;
  /** What is left in place of a record of mine that goes: null, or what keeps the place of others' answers to it. */
  remains(at: Omit<PlacedWrite, 'value'>): AnyRecord | null;
  /** What the server did not take, so that there is nothing of it to undo. */
  refused: Observable<readonly PlacedWrite[]>;
}

/**
 * What an undo or redo came to. `kept`: records that were changed elsewhere since and stayed as they are. `barred`: the
 * place takes no writes of mine now; the step waits.
 */
export type Undone = { kind: 'none' | 'barred' } | { kind: 'some'; written: number; kept: number };

type MayWrite = (place: RoomPlace) => boolean;

/** My own steps of this window, newest first to undo, as records before and after; no Yjs UndoManager. */
export interface UndoHistory {
  /** Writes, as one step. What is another's is written and never undone: that would be moderation taken back. */
  perform(writes: readonly PlacedWrite[]): void;
  undo(mayWrite: MayWrite): Undone;
  redo(mayWrite: MayWrite): Undone;
}

interface Change extends Omit<PlacedWrite, 'value'> {
  before: AnyRecord | null;
  after: AnyRecord | null;
}

type Step = readonly Change[];

const STEPS = 200;

export function createUndoHistory(me: string, ledger: Ledger): UndoHistory {
  let done: Step[] = [];
  /** What was undone, turned round: redoing is taking back the taking back. */
  let taken: Step[] = [];

  ledger.refused.subscribe(() => {
    const refused = ledger.refused.get();
    done = without(done, refused);
    taken = without(taken, refused);
  });

  return {
    perform(writes) {
      const step = writes.map(({ value, ...at }) => ({
        ...at,
        before: ledger.read(at),
        after: value,
      }));
      ledger.write(writes);
      const mine = step.filter(
        ({ key, before, after }) => ownerOfKey(key) === me && !equalityDeep(before, after),
      );
      if (mine.length === 0) return;
      done = [...done, mine].slice(-STEPS);
      taken = [];
    },
    undo: (mayWrite) => takeBack(done, taken, mayWrite),
    redo: (mayWrite) => takeBack(taken, done, mayWrite),
  };

  /** Reverses the newest step of `from`; what was written can be reversed again from `to`. */
  function takeBack(from: Step[], to: Step[], mayWrite: MayWrite): Undone {
    const step = from.at(-1);
    if (step === undefined) return { kind: 'none' };
    if (!step.every(({ place }) => mayWrite(place))) return { kind: 'barred' };
    from.pop();
    const written = step.filter((change) => equalityDeep(ledger.read(change), change.after));
    const kept = step.length - written.length;
    if (written.length === 0) return { kind: 'some', written: 0, kept };
    const changes = written.map((change) => ({
      ...change,
      before: change.before ?? ledger.remains(change),
    }));
    to.push(reversed(changes));
    ledger.write(changes.map(({ place, map, key, before: value }) => ({ place, map, key, value })));
    return { kind: 'some', written: written.length, kept };
  }
}

function reversed(step: Step): Step {
  return step.map(({ before, after, ...at }) => ({ ...at, before: after, after: before }));
}

/** The steps without what was refused: a record that never came to be what the step made of it. */
function without(steps: readonly Step[], refused: readonly PlacedWrite[]): Step[] {
  const isRefused = ({ place, map, key, after }: Change): boolean =>
    refused.some(
      (write) =>
        write.place === place &&
        write.map === map &&
        write.key === key &&
        equalityDeep(write.value, after),
    );
  return steps
    .map((step) => step.filter((change) => !isRefused(change)))
    .filter((step) => step.length > 0);
}
