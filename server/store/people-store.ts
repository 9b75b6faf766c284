import { newId } from '../new-id.ts';
import type { Database, UserRow } from './tables.ts';

/** Users and the ways they prove who they are. */
export interface PeopleStore {
  user(id: string): Promise<UserRow | undefined>;
  userByEmail(email: string): Promise<UserRow | undefined>;
  usersByName(name: string): Promise<UserRow[]>;
  ownerExists(): Promise<boolean>;
  addUser(user: NewUser): Promise<UserRow>;
  makeOwner(userId: string): Promise<void>;
  /** Ends all sessions of the user. */
  raiseEpoch(userId: string): Promise<void>;
  passwordHash(userId: string): Promise<string | null>;
  setPassword(userId: string, hash: string): Promise<void>;
  userOfAccount(provider: string, account: string): Promise<UserRow | undefined>;
  addAccount(provider: string, account: string, userId: string): Promise<void>;
  /** Users among `ids` who have a password or a provider's account. */
  canSignIn(ids: string[]): Promise<ReadonlySet<string>>;
  userOfReturnLink(tokenHash: string): Promise<UserRow | undefined>;
  /** Replaces the one before. */
  setReturnLink(userId: string, tokenHash: string): Promise<void>;
  revokeReturnLink(userId: string): Promise<void>;
  /**
   * Takes name, address and every way in from a person, for good; the id stays, for what others wrote refers
   * to it. False: nobody has this id.
   */
  erase(userId: string): Promise<boolean>;
}

interface NewUser {
  name: string;
  email: string | null;
}

export function createPeopleStore(db: Database): PeopleStore {
  return { ...users(db), ...passwords(db), ...accounts(db), ...returnLinks(db), ...erasing(db) };
}

function users(db: Database) {
  const all = db.selectFrom('users').selectAll();
  return {
    user: (id: string) => all.where('id', '=', id).executeTakeFirst(),
    userByEmail: (email: string) => all.where('email', '=', email.toLowerCase()).executeTakeFirst(),
    usersByName: (name: string) => all.where('name', '=', name).orderBy('created').execute(),
    async ownerExists() {
      return (await all.where('owner', '=', 1).executeTakeFirst()) !== undefined;
    },
    async addUser({ name, email }: NewUser) {
      const user: UserRow = {
        id: newId(),
        name,
        email: email?.toLowerCase() ?? null,
        session_epoch: 1,
        owner: 0,
        created: new Date().toISOString(),
      };
      await db.insertInto('users').values(user).execute();
      return user;
    },
    async makeOwner(userId: string) {
      await db.updateTable('users').set({ owner: 1 }).where('id', '=', userId).execute();
    },
    async raiseEpoch(userId: string) {
      await db
        .updateTable('users')
        .set((row) => ({ session_epoch: row('session_epoch', '+', 1) }))
        .where('id', '=', userId)
        .execute();
    },
  };
}

function passwords(db: Database) {
  return {
    async passwordHash(userId: string) {
      const row = await db
        .selectFrom('passwords')
        .select('hash')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.hash ?? null;
    },
    async setPassword(userId: string, hash: string) {
      await db
        .insertInto('passwords')
        .values({ user_id: userId, hash })
        .onConflict((row) => row.column('user_id').doUpdateSet({ hash }))
        .execute();
    },
  };
}

function accounts(db: Database) {
  return {
    userOfAccount: (provider: string, account: string) =>
      db
        .selectFrom('accounts')
        .innerJoin('users', 'users.id', 'accounts.user_id')
        .selectAll('users')
        .where('provider', '=', provider)
        .where('account', '=', account)
        .executeTakeFirst(),
    async addAccount(provider: string, account: string, userId: string) {
      await db.insertInto('accounts').values({ provider, account, user_id: userId }).execute();
    },
    async canSignIn(ids: string[]) {
      if (ids.length === 0) return new Set<string>();
      const [byPassword, byAccount] = await Promise.all([
        db.selectFrom('passwords').select('user_id').where('user_id', 'in', ids).execute(),
        db.selectFrom('accounts').select('user_id').where('user_id', 'in', ids).execute(),
      ]);
      return new Set([...byPassword, ...byAccount].map((row) => row.user_id));
    },
  };
}

function returnLinks(db: Database) {
  return {
    userOfReturnLink: (tokenHash: string) =>
      db
        .selectFrom('return_links')
        .innerJoin('users', 'users.id', 'return_links.user_id')
        .selectAll('users')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst(),
    async setReturnLink(userId: string, tokenHash: string) {
      const made = { token_hash: tokenHash, created: new Date().toISOString() };
      await db
        .insertInto('return_links')
        .values({ user_id: userId, ...made })
        .onConflict((row) => row.column('user_id').doUpdateSet(made))
        .execute();
    },
    async revokeReturnLink(userId: string) {
      await db.deleteFrom('return_links').where('user_id', '=', userId).execute();
    },
  };
}

function erasing(db: Database) {
  return {
    async erase(userId: string) {
      const { numUpdatedRows } = await db
        .updateTable('users')
        .set((row) => ({
          name: 'Erased person',
          email: null,
          owner: 0,
          session_epoch: row('session_epoch', '+', 1),
        }))
        .where('id', '=', userId)
        .executeTakeFirst();
      for (const table of WHAT_IS_PERSONAL)
        await db.deleteFrom(table).where('user_id', '=', userId).execute();
      return numUpdatedRows > 0n;
    },
  };
}

const WHAT_IS_PERSONAL = [
  'passwords',
  'accounts',
  'return_links',
  'memberships',
  'reading_me',
] as const;
