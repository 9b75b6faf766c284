import { placeLogContract } from '../place-log.contract.ts';
import { createMemoryPlaceLog } from './place-log.ts';

placeLogContract('memory', async () => {
  const log = createMemoryPlaceLog();
  return { log, again: () => log, dispose: () => log.close() };
});
