import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signSyncToken } from '#server/auth/sync-token.ts';
import type { Parts, Store } from '#server/store/store.ts';
import { ARTICLE } from './annotation-update.ts';
import type { Seat } from './contender.ts';

export interface SeatsWanted {
  /** Readings, each with a group of its own. */
  rooms: number;
  /** Annotators in each. */
  members: number;
}

/** Who is in a reading. */
interface Room {
  reading: string;
  users: string[];
}

const HOUR = 3_600_000;

/** Groups with people and a reading, made when the data directory has none yet; a token for each person. */
export async function seatsIn(
  store: Store,
  dataDir: string,
  secret: string,
  wanted: SeatsWanted,
): Promise<Seat[][]> {
  const list = join(dataDir, 'seats.json');
  const rooms: Room[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : await store.transaction((inside) => makeRooms(inside, wanted));
  writeFileSync(list, JSON.stringify(rooms));
  return rooms.map(({ reading, users }) => users.map((user) => seat(reading, user, secret)));
}

function seat(reading: string, user: string, secret: string): Seat {
  const claims = { userId: user, reading, place: 'shared', epoch: 1, expires: Date.now() + HOUR };
  const token = signSyncToken(claims, secret);
  return { room: reading, user, path: `/sync/${reading}/shared?token=${token}` };
}

async function makeRooms(store: Parts, { members, rooms }: SeatsWanted): Promise<Room[]> {
  const { id, text } = ARTICLE;
  await store.articles.addRevision({ id, document: '{}', canonical: text, blocks: '[]' });
  const article = await store.articles.addArticle({
    ...NOTHING_SAID,
    title: 'Measured',
    words: 1,
    digest: 0,
    revision_id: id,
  });
  const made: Room[] = [];
  for (let room = 0; room < rooms; room += 1)
    // oxlint-disable-next-line no-await-in-loop -- one transaction
    made.push(await makeRoom(store, article.id, members));
  return made;
}

const NOTHING_SAID = {
  byline: null,
  source: null,
  written: null,
  note: null,
  teaser: null,
  sha256: null,
  catalogue: null,
  imported_by: null,
};

async function makeRoom(store: Parts, article: string, members: number): Promise<Room> {
  const group = await store.groups.addGroup('Measured');
  const reading = await store.readings.addReading({
    group_id: group.id,
    article_id: article,
    revision_id: ARTICLE.id,
    phase: 'open',
    due: null,
  });
  const users: string[] = [];
  for (let member = 0; member < members; member += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction
    const user = await store.people.addUser({ name: `Reader ${member}`, email: null });
    // oxlint-disable-next-line no-await-in-loop -- one transaction
    await store.groups.addMember(group.id, user.id, 'annotator');
    users.push(user.id);
  }
  return { reading: reading.id, users };
}
