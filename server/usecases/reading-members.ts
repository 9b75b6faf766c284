import { type Asker, can } from '#lib/permission/can.ts';
import { distinctNames } from '#lib/permission/distinct-names.ts';
import type { LoggedRecord, ReadingMember } from '#lib/protocol/http.ts';
import type { ReadingRow } from '../store/tables.ts';
import { deskId } from '../sync/place-id.ts';
import { unrevealedDesks } from './blindness.ts';
import type { Deps } from './deps.ts';

/**
 * The group's members, who of them is here, and who said that they read all of it, at their desk too. How much each has
 * marked in a blind reading is told to instructors only.
 */
export async function readingMembers(
  deps: Pick<Deps, 'store' | 'sync' | 'log'>,
  reading: ReadingRow,
  textLength: number,
  asker: Asker,
): Promise<ReadingMember[]> {
  const { store, sync } = deps;
  const [members, records] = await Promise.all([
    store.groups.members(reading.group_id),
    everybodysRecords(deps, reading),
  ]);
  const names = distinctNames(members);
  const here = sync.here(reading.id);
  const done = doneWith(records, reading.revision_id, textLength);
  const counted = reading.blind === 1 && can(asker, 'reading.manage');
  return members.map(({ id, name, role }) => ({
    id,
    name: names.get(id) ?? name,
    role,
    here: here.has(id),
    done: done.has(id),
    ...(counted ? { marks: marksOf(id, records) } : {}),
  }));
}

async function everybodysRecords(
  { sync, log }: Pick<Deps, 'sync' | 'log'>,
  reading: ReadingRow,
): Promise<LoggedRecord[]> {
  const owners = await unrevealedDesks(log, reading);
  const desks = owners.map((owner) => deskId(reading.id, owner, reading.round).place);
  const records = ['shared', ...desks].map((place) => sync.records(reading.id, place));
  return (await Promise.all(records)).flat();
}

function marksOf(author: string, records: readonly LoggedRecord[]): number {
  return records.filter(({ map, record }) => map === 'annotations' && record.author === author)
    .length;
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
