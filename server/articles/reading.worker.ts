import { answerCalls } from '../threads/answer-calls.ts';
import type { ReadingThread } from './reading-thread.ts';
import { READING_WORK, type WorkName, type WorkOrder, type WorkResult } from './reading-work.ts';

/** One import is read here, and then the thread is stopped. */
answerCalls<ReadingThread>(({ args: [order] }) => done(order));

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
