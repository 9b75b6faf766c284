import type { Database } from './tables.ts';

/** What is true once for the whole installation: its first group, its open setup tokens. */
export interface InstallationStore {
  firstGroup(): Promise<string | null>;
  setFirstGroup(groupId: string): Promise<void>;
  addSetupToken(tokenHash: string): Promise<void>;
  hasSetupToken(tokenHash: string): Promise<boolean>;
  /** After a setup, all links printed before are void. */
  voidSetupTokens(): Promise<void>;
}

export function createInstallationStore(db: Database): InstallationStore {
  return {
    async firstGroup() {
      const row = await db
        .selectFrom('installation')
        .select('value')
        .where('name', '=', 'first-group')
        .executeTakeFirst();
      return row?.value ?? null;
    },
    async setFirstGroup(groupId) {
      await db.insertInto('installation').values({ name: 'first-group', value: groupId }).execute();
    },
    async addSetupToken(tokenHash) {
      const created = new Date().toISOString();
      await db.insertInto('setup_tokens').values({ token_hash: tokenHash, created }).execute();
    },
    async hasSetupToken(tokenHash) {
      const row = await db
        .selectFrom('setup_tokens')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row !== undefined;
    },
    async voidSetupTokens() {
      await db.deleteFrom('setup_tokens').execute();
    },
  };
}
