import type { PlaceLog } from '#server/store/log.ts';
import { READING, startSync } from './sync-fixture.ts';

/** Reveals Ann's desk and dies on the way: `node reveal-child.ts FILE seal|read|append before|after`. */
const [file = '', method = '', moment = ''] = process.argv.slice(2);
const { sync, stop } = await startSync({ file, wrap: (log) => dyingLog(log) });
await sync.reveal(READING, 'ann', 1);
await stop();

function dyingLog(log: PlaceLog): PlaceLog {
  return {
    ...log,
    seal: (place) => dyingAround('seal', () => log.seal(place)),
    read: (place, after) => dyingAround('read', () => log.read(place, after)),
    load: (place, upTo) => dyingAround('read', () => log.load(place, upTo)),
    append: (appends) => dyingAround('append', () => log.append(appends)),
  };
}

async function dyingAround<T>(called: string, call: () => Promise<T>): Promise<T> {
  if (called === method && moment === 'before') await die();
  const value = await call();
  if (called === method && moment === 'after') await die();
  return value;
}

/** Never comes back: as a power cut. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}
