import { parentPort, workerData } from 'node:worker_threads';
import { createPlaceLogEngine } from './place-log-engine.ts';
import type { Call, Reply } from './place-log-messages.ts';
import { SqliteDatabase } from './sqlite-database.ts';

/** Commits wait for the disk here, so that no other reading waits for them. */
if (parentPort === null) throw new Error('This module runs as a worker thread.');
const port = parentPort;
const engine = createPlaceLogEngine(new SqliteDatabase(String(workerData)));

port.on('message', (call: Call) => {
  const reply = answer(call);
  port.postMessage(reply, snapshotIn(reply));
  if (call.method === 'close') port.close();
});

/** A snapshot is handed over, not copied: it may be as large as all that a place holds. */
function snapshotIn(reply: Reply): ArrayBuffer[] {
  if (!reply.ok || typeof reply.value !== 'object' || !('snapshot' in reply.value)) return [];
  const { snapshot } = reply.value;
  return snapshot?.bytes.buffer instanceof ArrayBuffer ? [snapshot.bytes.buffer] : [];
}

function answer(call: Call): Reply {
  try {
    return { id: call.id, ok: true, value: perform(call) };
  } catch (error) {
    return {
      id: call.id,
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function perform(call: Call) {
  switch (call.method) {
    case 'read':
      return engine.read(...call.args);
    case 'append':
      return engine.append(...call.args);
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
      return engine.close();
  }
}
