import { parentPort, workerData } from 'node:worker_threads';
import { READING_WORK, type WorkName, type WorkOrder, type WorkResult } from './reading-work.ts';

/** One import is read here, and then the thread ends. A bug ends it as well, with the error. */
if (parentPort === null) throw new Error('This module runs as a worker thread.');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage(done(workerData as WorkOrder));

function done(order: WorkOrder): WorkResult<WorkName> {
  switch (order.work) {
    case 'propose':
      return READING_WORK.propose(order.input, order.setting);
    case 'accept':
      return READING_WORK.accept(order.input, order.setting);
    case 'confirm':
      return READING_WORK.confirm(order.input, order.setting);
  }
}
