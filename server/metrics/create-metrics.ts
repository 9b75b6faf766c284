import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SyncLoad, SyncMetrics } from '../sync/sync-metrics.ts';

export interface Metrics {
  sync: SyncMetrics;
  /** Where to read the sync server's load, each time somebody asks. */
  watch(load: () => SyncLoad): void;
  /** Prometheus' text format, version 0.0.4. */
  text(): Promise<string>;
}

/** From a fast disk to one that makes people wait. */
const COMMIT_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const LAG_PRECISION_MS = 20;

/**
 * What `GET /api/metrics` tells: the sync server's counts, and of the process its memory, CPU time and event
 * loop lag. No label names a reading, a person or an address: the only one here is the rule.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_PRECISION_MS });
  return {
    sync: syncMetrics(registry),
    watch: (load) => watchLoad(registry, load),
    text: () => registry.metrics(),
  };
}

function syncMetrics(registry: Registry): SyncMetrics {
  const registers = [registry];
  const refusals = new Counter({
    name: 'postil_sync_refusals_total',
    help: 'Sockets and writes turned away, by rule of docs/SYNC.md.',
    labelNames: ['rule'],
    registers,
  });
  const updates = new Counter({
    name: 'postil_sync_updates_total',
    help: 'Updates made durable.',
    registers,
  });
  const commits = new Histogram({
    name: 'postil_sync_commit_seconds',
    help: 'Time from handing a commit to the log until it is durable.',
    buckets: COMMIT_SECONDS,
    registers,
  });
  const failures = new Counter({
    name: 'postil_sync_commit_failures_total',
    help: 'Commits that the log could not make.',
    registers,
  });
  return {
    refused: (rule) => refusals.inc({ rule }),
    committed(seconds, count) {
      commits.observe(seconds);
      updates.inc(count);
    },
    commitFailed: () => failures.inc(),
  };
}

function watchLoad(registry: Registry, load: () => SyncLoad): void {
  const gauge = (name: string, help: string, value: (now: SyncLoad) => number): void => {
    const collect = function collect(this: Gauge): void {
      this.set(value(load()));
    };
    registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
  };
  gauge('postil_sync_sockets', 'Open sync sockets.', ({ sockets }) => sockets);
  gauge('postil_sync_places', 'Places in memory.', ({ places }) => places);
  gauge(
    'postil_sync_queued_bytes',
    'Bytes of updates on their way to the disk.',
    ({ queuedBytes }) => queuedBytes,
  );
}
