import type { PlaceLog } from '../store/log.ts';

/** What the sync server counts for whoever runs it: rules and numbers, nothing of readings, people or words. */
export interface SyncMetrics {
  /** Somebody was turned away, or closed, by this rule of docs/SYNC.md. */
  refused(rule: string): void;
  /** A commit of `updates` updates is durable; `seconds`: from handing it to the log until then. */
  committed(seconds: number, updates: number): void;
  commitFailed(): void;
}

/** How much there is to do at this moment. */
export interface SyncLoad {
  /** Open, those included that are not admitted yet. */
  sockets: number;
  /** Loaded, or being loaded. */
  places: number;
  /** Of updates that wait or are on their way to the disk. */
  queuedBytes: number;
}

/** Nobody watches. */
export const NO_METRICS: SyncMetrics = {
  refused: () => undefined,
  committed: () => undefined,
  commitFailed: () => undefined,
};

/** The log's `append`, with the time each commit took. */
export function measuredAppend(log: PlaceLog, metrics: SyncMetrics): Pick<PlaceLog, 'append'> {
  return {
    async append(appends) {
      const begun = performance.now();
      const outcomes = await log.append(appends).catch((error: unknown) => {
        metrics.commitFailed();
        throw error;
      });
      const taken = appends.filter((_append, index) => outcomes[index]?.kind === 'appended');
      const updates = taken.reduce((sum, { entries }) => sum + entries.length, 0);
      metrics.committed((performance.now() - begun) / 1000, updates);
      return outcomes;
    },
  };
}
