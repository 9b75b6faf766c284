import { dirname } from 'node:path';
import { type Result, fail, ok } from '#lib/result.ts';
import { existingDatabase, openDataDir } from './data-dir.ts';
import { printedOrigin } from './links.ts';
import { runningOrigin } from './listening-note.ts';
import { orExit } from './or-exit.ts';
import { parseSettings } from './settings.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import { orDamaged } from './store/sqlite/or-damaged.ts';
import { openStore, type Parts } from './store/store.ts';
import type { UserRow } from './store/tables.ts';
import { inviteLink, setupLink } from './usecases/first-start.ts';
import { newLink } from './usecases/return-links.ts';

/** `npm run link -- setup|invite|return <name or mail>`: a fresh link, whether Postil runs or not. */
const USAGE = 'Usage: npm run link -- setup | invite | return <name or mail address>';

const projectDir = dirname(import.meta.dirname);
const settings = orExit(parseSettings(process.env, projectDir));
const file = orExit(existingDatabase(settings.dataDir));
orExit(openDataDir(settings.dataDir));
const store = orExit(await orDamaged(file, () => openStore(openSqlite(file))));
const [kind = '', ...words] = process.argv.slice(2);
const link = await linkOf(store, kind, words.join(' ').trim());
await store.close();
console.log(`${`${kind}:`.padEnd(8)}${orExit(link)}`);

async function linkOf(parts: Parts, what: string, who: string): Promise<Result<string>> {
  const origin = runningOrigin(settings.dataDir) ?? printedOrigin(settings);
  if (what === 'setup') return ok(await setupLink(parts, null, origin));
  if (what === 'invite') {
    const invite = await inviteLink(parts, origin);
    return invite === null
      ? fail('There is no group yet: start Postil once with “npm start”.')
      : ok(invite);
  }
  if (what !== 'return' || who === '') return fail(USAGE);
  const found = await personNamed(parts, who);
  return found.ok ? ok(await newLink(parts, found.value.id, origin)) : found;
}

async function personNamed(parts: Parts, who: string): Promise<Result<UserRow>> {
  const user = (await parts.people.userByEmail(who)) ?? (await parts.people.user(who));
  const people = user === undefined ? await parts.people.usersByName(who) : [user];
  const [first, second] = people;
  if (first === undefined) return fail(`Nobody is named “${who}”.`);
  if (second === undefined) return ok(first);
  const ids = people.map(({ id, created }) => `${id} (joined ${created})`).join(', ');
  return fail(`Several people are named “${who}”. Give the id of one of them: ${ids}`);
}
