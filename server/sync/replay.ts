import type { LogEntry } from '../store/log.ts';
import type { DurableUpdate } from './durable-place.ts';
import type { JudgedPlace } from './judged-place.ts';

/**
 * Folds entries of the log into `judged` once more, in order, and hands on each with its effects. They were
 * judged before they were logged; an entry that does not fit all the same means a damaged log, and throws.
 */
export function replay(
  entries: readonly LogEntry[],
  judged: JudgedPlace,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void,
): void {
  for (const entry of entries) {
    const { seq, user, at, update } = entry;
    const effects = judged.foldAccepted(update, user);
    if (!effects.ok) throw new Error(`entry ${seq} of the log does not fit: ${effects.error}`);
    handOn(entry, { update, at, effects: effects.value });
  }
}
