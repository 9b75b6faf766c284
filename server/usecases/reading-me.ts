import { decidingAssessments } from '#lib/annotation/thread-state.ts';
import type { Role } from '#lib/permission/can.ts';
import type { LoggedRecord, ReadingMeView } from '#lib/protocol/http.ts';

interface Asked {
  user: string;
  me: { position: number; seen: string | null; read: readonly string[] };
  /** Of the group's members, by id. */
  roles: ReadonlyMap<string, Role>;
}

const UNREAD_KEYS = 2000;

/** What is new to one member among the logged records, and which threads are settled. Time is the log's. */
export function readingMeOf(
  records: readonly LoggedRecord[],
  { user, me, roles }: Asked,
): ReadingMeView {
  const read = new Set(me.read);
  const unread = records
    .filter(({ record }) => record.author !== user && !read.has(record.id))
    .filter(({ logged }) => me.seen === null || logged > me.seen)
    .filter(({ record }) => 'comment' in record && record.comment !== null)
    .toSorted((a, b) => (a.logged < b.logged ? -1 : 1));
  return {
    position: me.position,
    seen: me.seen,
    asOf: records.reduce<string | null>(
      (newest, { logged }) => (newest === null || logged > newest ? logged : newest),
      null,
    ),
    unread: unread.slice(-UNREAD_KEYS).map(({ record }) => record.id),
    threads: Object.fromEntries(threadsOf(records, roles)),
  };
}

function threadsOf(
  records: readonly LoggedRecord[],
  roles: Asked['roles'],
): ReadonlyMap<string, string> {
  const authors = new Map(records.map(({ record }) => [record.id, record.author]));
  const oldestFirst = records
    .filter(({ map }) => map === 'assessments')
    .toSorted((a, b) => (a.logged < b.logged ? -1 : 1))
    .map(({ record }) => record);
  return decidingAssessments(oldestFirst, {
    authorOf: (annotation) => authors.get(annotation),
    isInstructor: (id) => roles.get(id) === 'instructor',
  });
}
