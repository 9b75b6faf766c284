import { distinctNames } from '#lib/permission/distinct-names.ts';
import type { LoggedRecord, ReadingMember } from '#lib/protocol/http.ts';
import type { ReadingRow } from '../store/tables.ts';
import type { Deps } from './deps.ts';

/** The group's members, who of them is here, and who said that they read all of it. */
export async function readingMembers(
  { store, sync }: Pick<Deps, 'store' | 'sync'>,
  reading: ReadingRow,
  textLength: number,
): Promise<ReadingMember[]> {
  const [members, records] = await Promise.all([
    store.groups.members(reading.group_id),
    sync.records(reading.id, 'shared'),
  ]);
  const names = distinctNames(members);
  const here = sync.here(reading.id);
  const done = doneWith(records, reading.revision_id, textLength);
  return members.map(({ id, name, role }) => ({
    id,
    name: names.get(id) ?? name,
    role,
    here: here.has(id),
    done: done.has(id),
  }));
}

/** Authors of a `done` that reaches the end of this revision's text. */
function doneWith(
  records: readonly LoggedRecord[],
  revision: string,
  textLength: number,
): ReadonlySet<string> {
  const done = new Set<string>();
  for (const { record } of records) {
    if (!('kind' in record) || record.kind !== 'done') continue;
    if (record.revision === revision && record.upTo >= textLength) done.add(record.author);
  }
  return done;
}
