import type { Role } from '#lib/permission/can.ts';
import { newId } from '../new-id.ts';
import type { Database, ReadingMomentRow, ReadingRow } from './tables.ts';

/** Readings, and each member's place in them. */
export interface ReadingsStore {
  reading(id: string): Promise<ReadingRow | undefined>;
  /** Of the groups that the user is a member of, oldest first. */
  readingsOf(userId: string): Promise<(ReadingRow & { role: Role })[]>;
  ofGroup(groupId: string): Promise<ReadingRow[]>;
  ofArticle(articleId: string): Promise<ReadingRow[]>;
  /** One that begins blind begins its first blind round. */
  addReading(reading: Omit<ReadingRow, 'id' | 'created' | 'blind' | 'round'>): Promise<ReadingRow>;
  /** What comes of it, a phase begun or a blind round ended, is one of the reading's moments from now on. */
  changeReading(
    id: string,
    change: Partial<Pick<ReadingRow, 'phase' | 'due' | 'blind' | 'round'>>,
  ): Promise<void>;
  /** Since the reading was made, oldest first. */
  moments(id: string): Promise<Pick<ReadingMomentRow, 'what' | 'at'>[]>;
  me(readingId: string, userId: string): Promise<StoredMe>;
  setMe(readingId: string, userId: string, me: ReadingMeChange): Promise<void>;
  /** Whether the user ever was in any reading. */
  everRead(userId: string): Promise<boolean>;
}

/** One member's place in a reading; as at first before the first `setMe`. */
interface StoredMe {
  /** UTF-16 offset. */
  position: number;
  /** Log time up to which all is read; only rises. */
  seen: string | null;
  /** Keys of what is read since, oldest first; the newest `READ_KEYS` of them. */
  read: readonly string[];
}

interface ReadingMeChange {
  position?: number | undefined;
  seen?: string | undefined;
  /** Come to those that are read already. */
  read?: readonly string[] | undefined;
}

const READ_KEYS = 2000;

export function createReadingsStore(db: Database): ReadingsStore {
  const all = db.selectFrom('readings').selectAll();
  return {
    reading: (id) => all.where('id', '=', id).executeTakeFirst(),
    readingsOf: (userId) =>
      db
        .selectFrom('readings')
        .innerJoin('memberships', 'memberships.group_id', 'readings.group_id')
        .selectAll('readings')
        .select('memberships.role')
        .where('memberships.user_id', '=', userId)
        .orderBy('readings.created')
        .execute(),
    ofGroup: (groupId) => all.where('group_id', '=', groupId).orderBy('created').execute(),
    ofArticle: (articleId) => all.where('article_id', '=', articleId).execute(),
    async addReading(reading) {
      const blind = reading.phase === 'blind' ? 1 : 0;
      const begun = {
        id: newId(),
        created: new Date().toISOString(),
        blind,
        round: blind,
      } as const;
      const row: ReadingRow = { ...reading, ...begun };
      await db.insertInto('readings').values(row).execute();
      return row;
    },
    changeReading: (id, change) =>
      db.transaction().execute(async (transaction) => {
        const readings = transaction.selectFrom('readings').select(['phase', 'blind']);
        const before = await readings.where('id', '=', id).executeTakeFirstOrThrow();
        await transaction.updateTable('readings').set(change).where('id', '=', id).execute();
        const at = new Date().toISOString();
        const moments = newMoments(before, change).map((what) => ({ reading_id: id, what, at }));
        if (moments.length > 0)
          await transaction.insertInto('reading_moments').values(moments).execute();
      }),
    moments: (id) =>
      db
        .selectFrom('reading_moments')
        .select(['what', 'at'])
        .where('reading_id', '=', id)
        .orderBy('id')
        .execute(),
    ...readingMe(db),
  };
}

type Turned = Pick<ReadingRow, 'phase' | 'blind'>;

function newMoments(before: Turned, { phase, blind }: Partial<Turned>): ReadingMomentRow['what'][] {
  const isRevealed = before.blind === 1 && blind === 0;
  const isOther = phase !== undefined && phase !== before.phase;
  return [...(isRevealed ? (['revealed'] as const) : []), ...(isOther ? [phase] : [])];
}

function readingMe(db: Database): Pick<ReadingsStore, 'me' | 'setMe' | 'everRead'> {
  return {
    everRead: async (userId) =>
      (await db
        .selectFrom('reading_me')
        .select('user_id')
        .where('user_id', '=', userId)
        .executeTakeFirst()) !== undefined,
    me: (readingId, userId) => storedMe(db, readingId, userId),
    // Two windows of one person may each say at the same moment what was read in it.
    setMe: (readingId, userId, change) =>
      db.transaction().execute(async (transaction) => {
        const { position, seen, read } = changed(
          await storedMe(transaction, readingId, userId),
          change,
        );
        const me = { position, seen, read: JSON.stringify(read) };
        await transaction
          .insertInto('reading_me')
          .values({ reading_id: readingId, user_id: userId, ...me })
          .onConflict((row) => row.columns(['reading_id', 'user_id']).doUpdateSet(me))
          .execute();
      }),
  };
}

async function storedMe(db: Database, readingId: string, userId: string): Promise<StoredMe> {
  const row = await db
    .selectFrom('reading_me')
    .select(['position', 'seen', 'read'])
    .where('reading_id', '=', readingId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) return { position: 0, seen: null, read: [] };
  return { ...row, read: JSON.parse(row.read) as string[] };
}

function changed(me: StoredMe, { position, seen, read = [] }: ReadingMeChange): StoredMe {
  const isLater = seen !== undefined && (me.seen === null || seen > me.seen);
  return {
    position: position ?? me.position,
    seen: isLater ? seen : me.seen,
    read: [...new Set([...me.read, ...read])].slice(-READ_KEYS),
  };
}
