import { type ColumnDefinitionBuilder, type Kysely, type Migration, Migrator } from 'kysely';
import type { Database } from './tables.ts';

/** Every change of the tables, in order. A migration that was released is never edited. */
const MIGRATIONS: Record<string, Migration> = {
  '001-people': { up: createPeople },
  '002-groups': { up: createGroups },
  '003-articles': { up: createArticles },
  '004-blind-rounds': { up: addBlindRounds },
  '005-read': { up: addRead },
  '006-moments': { up: createMoments },
};

/** Brings the tables up to date. Throws when a migration fails; nothing is half done then. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The store could not be updated.', { cause: error });
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('installation')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('setup_tokens')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.unique())
    .addColumn('session_epoch', 'integer', (column) => column.notNull())
    .addColumn('owner', 'integer', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await createCredentials(db);
}

async function createCredentials(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passwords')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('accounts')
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addPrimaryKeyConstraint('accounts_key', ['provider', 'account'])
    .execute();
  await db.schema
    .createTable('return_links')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id'))
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('memberships')
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('joined', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['group_id', 'user_id'])
    .execute();
  await db.schema.createIndex('memberships_by_user').on('memberships').column('user_id').execute();
}

async function createArticles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('canonical', 'text', (column) => column.notNull())
    .addColumn('blocks', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('articles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('byline', 'text')
    .addColumn('source', 'text')
    .addColumn('written', 'text')
    .addColumn('note', 'text')
    .addColumn('teaser', 'text')
    .addColumn('words', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text')
    .addColumn('digest', 'integer', (column) => column.notNull())
    .addColumn('catalogue', 'text')
    .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
    .addColumn('imported_by', 'text', (column) => column.references('users.id'))
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await createReadings(db);
}

async function createReadings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('readings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('readings_by_group').on('readings').column('group_id').execute();
  await db.schema
    .createTable('reading_me')
    .addColumn('reading_id', 'text', (column) => column.notNull().references('readings.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('seen', 'text')
    .addPrimaryKeyConstraint('reading_me_key', ['reading_id', 'user_id'])
    .execute();
  await db.schema
    .createTable('invites')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('reading_id', 'text', (column) => column.references('readings.id'))
    .addColumn('expires', 'text')
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('revoked', 'text')
    .execute();
}

async function addBlindRounds(db: Kysely<unknown>): Promise<void> {
  const zero = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().defaultTo(0);
  await db.schema.alterTable('readings').addColumn('blind', 'integer', zero).execute();
  await db.schema.alterTable('readings').addColumn('round', 'integer', zero).execute();
}

async function createMoments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reading_moments')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('reading_id', 'text', (column) => column.notNull().references('readings.id'))
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('moments_by_reading')
    .on('reading_moments')
    .column('reading_id')
    .execute();
}

async function addRead(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('reading_me')
    .addColumn('read', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}
