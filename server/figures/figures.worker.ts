import { workerData } from 'node:worker_threads';
import { createPlaceLogEngine } from '../store/sqlite/place-log-engine.ts';
import { SqliteDatabase } from '../store/sqlite/sqlite-database.ts';
import { answerCalls } from '../threads/answer-calls.ts';
import { counted } from './counted.ts';
import { encoded } from './encoded.ts';
import type { FiguresWorks } from './orders.ts';
import { createPlaceFolds } from './place-folds.ts';

/** About 100 MB. */
const MOST_EVENTS = 50_000;

/** Reads the logs itself: nothing but names of places and the text is sent here, and nothing but JSON is sent back. */
const engine = createPlaceLogEngine(new SqliteDatabase(String(workerData)));
const eventsOf = createPlaceFolds(engine.read, MOST_EVENTS);

answerCalls<FiguresWorks>(
  ({ args: [order] }) => encoded(counted(order, eventsOf)).json,
  (json) => (json instanceof Uint8Array && json.buffer instanceof ArrayBuffer ? [json.buffer] : []),
);
