// Hocuspocus as it comes, with its database extension over SQLite: the statements are those of its SQLite extension.
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import SQLite from 'better-sqlite3';

const sqlite = new SQLite(join(process.env.DATA_DIR, 'hocuspocus.sqlite'));
sqlite.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);
const select = sqlite.prepare('SELECT data FROM "documents" WHERE name = ?');
const upsert = sqlite.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
);

await new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) =>
        void upsert.run({ name: documentName, data: state }),
    }),
  ],
}).listen();
