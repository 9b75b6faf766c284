import { workerData } from 'node:worker_threads';
import { answerCalls } from '../../threads/answer-calls.ts';
import type { Call } from '../../threads/messages.ts';
import { createPlaceLogEngine, type PlaceLogEngine } from './place-log-engine.ts';
import type { StoredPlace } from '../log.ts';
import { SqliteDatabase } from './sqlite-database.ts';

/** Commits wait for the disk here, so that no other reading waits for them. */
const engine = createPlaceLogEngine(new SqliteDatabase(String(workerData)));
const end = answerCalls(perform, snapshotIn);

/** A snapshot is handed over, not copied: it may be as large as all that a place holds. */
function snapshotIn(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('snapshot' in value)) return [];
  const { snapshot } = value as Pick<StoredPlace, 'snapshot'>;
  return snapshot?.bytes.buffer instanceof ArrayBuffer ? [snapshot.bytes.buffer] : [];
}

function perform(call: Call<PlaceLogEngine>) {
  switch (call.work) {
    case 'read':
      return engine.read(...call.args);
    case 'append':
      return engine.append(...call.args);
    case 'heads':
      return engine.heads(...call.args);
    case 'clientIds':
      return engine.clientIds(...call.args);
    case 'raiseEpoch':
      return engine.raiseEpoch(...call.args);
    case 'seal':
      return engine.seal(...call.args);
    case 'sealState':
      return engine.sealState(...call.args);
    case 'places':
      return engine.places(...call.args);
    case 'load':
      return engine.load(...call.args);
    case 'keepSnapshot':
      return engine.keepSnapshot(...call.args);
    case 'compact':
      return engine.compact(...call.args);
    case 'history':
      return engine.history(...call.args);
    case 'erase':
      return engine.erase(...call.args);
    case 'commits':
      return engine.commits();
    case 'settings':
      return engine.settings();
    case 'close':
      // Once the answer is out.
      setImmediate(end);
      return engine.close();
  }
}
