import { dirname } from 'node:path';
import { type Result, fail, ok } from '#lib/result.ts';
import { ownerOfKey } from '#lib/annotation/record-key.ts';
import { existingDatabase } from './data-dir.ts';
import { useDataDirAlone } from './data-dir-use.ts';
import { orExit } from './or-exit.ts';
import { parseSettings } from './settings.ts';
import type { ErasedWhat } from './store/log.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import { createSqlitePlaceLog } from './store/sqlite/place-log.ts';
import { openStore } from './store/store.ts';

/** `npm run erase -- person|record ID`: out of log and snapshots for good, while Postil is stopped. */
const USAGE = 'Usage: npm run erase -- person USER_ID | record OWNER/ID';

const what = orExit(erasedWhat(process.argv.slice(2)));
const { dataDir } = orExit(parseSettings(process.env, dirname(import.meta.dirname)));
const file = orExit(existingDatabase(dataDir));
const use = orExit(useDataDirAlone(dataDir));
const log = createSqlitePlaceLog(file);
if ('person' in what) orExit(await erasePerson(what.person));
// Last: it also rewrites the file without what the tables just gave up.
const erased = await log.erase(what);
await log.close();
use.end();
if (erased === 0 && 'record' in what) orExit(fail(`There is no record ${what.record}.`));
console.log(
  `erased: ${erased} ${erased === 1 ? 'record' : 'records'}. Older backups still hold them.`,
);
if ('person' in what)
  console.log(
    'Of the notes that they took part in, what was deleted is erased; what stands there is everybody’s, and stays. To erase words that stand: delete them in the notes, then erase again.',
  );

function erasedWhat([kind, id, ...more]: string[]): Result<ErasedWhat> {
  if (id === undefined || more.length > 0) return fail(USAGE);
  if (kind === 'person') return ok({ person: id });
  if (kind !== 'record') return fail(USAGE);
  return ownerOfKey(id) === null ? fail(USAGE) : ok({ record: id });
}

async function erasePerson(id: string): Promise<Result<null>> {
  const store = await openStore(openSqlite(file));
  const known = await store.transaction((parts) => parts.people.erase(id));
  await store.close();
  return known ? ok(null) : fail(`Nobody has the id ${id}.`);
}
