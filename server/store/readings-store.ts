import type { Role } from '#lib/permission/can.ts';
import { newId } from '../new-id.ts';
import type { Database, ReadingRow } from './tables.ts';

/** Readings, and each member's place in them. */
export interface ReadingsStore {
  reading(id: string): Promise<ReadingRow | undefined>;
  /** Of the groups that the user is a member of, oldest first. */
  readingsOf(userId: string): Promise<(ReadingRow & { role: Role })[]>;
  ofGroup(groupId: string): Promise<ReadingRow[]>;
  ofArticle(articleId: string): Promise<ReadingRow[]>;
  /** One that begins blind begins its first blind round. */
  addReading(reading: Omit<ReadingRow, 'id' | 'created' | 'blind' | 'round'>): Promise<ReadingRow>;
  changeReading(
    id: string,
    change: Partial<Pick<ReadingRow, 'phase' | 'due' | 'blind' | 'round'>>,
  ): Promise<void>;
  /** UTF-16 offset; 0 before the first `setMe`. */
  position(readingId: string, userId: string): Promise<number>;
  setMe(readingId: string, userId: string, me: ReadingMeChange): Promise<void>;
}

interface ReadingMeChange {
  position?: number;
  seen?: string;
}

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
    async changeReading(id, change) {
      await db.updateTable('readings').set(change).where('id', '=', id).execute();
    },
    ...readingMe(db),
  };
}

function readingMe(db: Database): Pick<ReadingsStore, 'position' | 'setMe'> {
  return {
    async position(readingId, userId) {
      const row = await db
        .selectFrom('reading_me')
        .select('position')
        .where('reading_id', '=', readingId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.position ?? 0;
    },
    async setMe(readingId, userId, me) {
      if (Object.keys(me).length === 0) return;
      await db
        .insertInto('reading_me')
        .values({ reading_id: readingId, user_id: userId, position: 0, seen: null, ...me })
        .onConflict((row) => row.columns(['reading_id', 'user_id']).doUpdateSet(me))
        .execute();
    },
  };
}
