import { type OpenLog, placeLogContract } from '../place-log.contract.ts';
import { snapshotsContract } from '../snapshots.contract.ts';
import { createMemoryPlaceLog } from './place-log.ts';

async function open(): Promise<OpenLog> {
  const log = createMemoryPlaceLog();
  return { log, again: () => log, dispose: () => log.close() };
}

placeLogContract('memory', open);
snapshotsContract('memory', open);
