import { dirname, resolve } from 'node:path';
import { databaseFile, openDataDir } from './data-dir.ts';
import { useDataDirAlone } from './data-dir-use.ts';
import { orExit } from './or-exit.ts';
import { parseSettings } from './settings.ts';
import { restore, wholeBackup } from './store/sqlite/backup.ts';
import { fail } from '#lib/result.ts';

/** `npm run restore -- FILE`: while Postil is stopped. What was there is kept beside it. */
const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) orExit(fail('Usage: npm run restore -- FILE'));
else {
  const { dataDir } = orExit(parseSettings(process.env, dirname(import.meta.dirname)));
  // Before anything is made: the folder may be a new one, as on a new machine, or a mistyped one.
  orExit(wholeBackup(resolve(file)));
  orExit(openDataDir(dataDir));
  const use = orExit(useDataDirAlone(dataDir));
  const kept = orExit(restore(resolve(file), databaseFile(dataDir), new Date()));
  use.end();
  console.log(`restored: ${resolve(file)} into ${dataDir}`);
  if (kept !== null) console.log(`before:   ${kept}`);
}
