import { dirname, resolve } from 'node:path';
import { existingDatabase } from './data-dir.ts';
import { orExit } from './or-exit.ts';
import { parseSettings } from './settings.ts';
import { backUp } from './store/sqlite/backup.ts';
import { fail } from '#lib/result.ts';

/** `npm run backup -- FILE`: everything but the secret, whether Postil runs or not. */
const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) orExit(fail('Usage: npm run backup -- FILE'));
else {
  const { dataDir } = orExit(parseSettings(process.env, dirname(import.meta.dirname)));
  orExit(await backUp(orExit(existingDatabase(dataDir)), resolve(file)));
  console.log(`backup: ${resolve(file)}`);
}
