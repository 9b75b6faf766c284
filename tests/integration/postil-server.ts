import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostilProcess, startPostil } from '#server/demo/postil-process.ts';
import { Client } from './client.ts';

/** The real server in a process of its own, on a free port, with an empty DATA_DIR that goes with it. */
export interface PostilServer {
  /** E.g. `http://localhost:40123`; stays the same over a restart. */
  url: string;
  setupUrl: string;
  inviteUrl: string;
  inviteCode: string;
  dataDir: string;
  /** Everything printed so far. */
  output(): string;
  client(): Client;
  /** A client signed in as the owner, whom the first call makes. */
  owner(): Promise<Client>;
  /** A new member of the first group. */
  member(name: string, code?: string): Promise<Client>;
  /** SIGTERM; gives the exit code. Forgets the data. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would. The data stay. */
  kill(): Promise<void>;
  /** Starts again on the same port and data, after `kill` or instead of it after SIGTERM. */
  restart(): Promise<void>;
}

export const OWNER = { name: 'Olga Owner', email: 'olga@example.org', password: 'correct horse' };

/** `env`: settings. Without ARTICLES_DIR there are no full texts, so that every machine tests the same. */
export async function startServer({
  env = {},
}: { env?: Record<string, string> } = {}): Promise<PostilServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'postil-'));
  const base = { PORT: '0', DATA_DIR: dataDir, ARTICLES_DIR: join(dataDir, 'no-articles'), ...env };
  let running = await launch(base);
  const { url } = running;
  const setupUrl = running.printed('setup');
  const inviteUrl = running.printed('invite');
  const inviteCode = inviteUrl.slice(inviteUrl.lastIndexOf('/') + 1);
  let ownerExists = false;

  return {
    url,
    setupUrl,
    inviteUrl,
    inviteCode,
    dataDir,
    output: () => running.output(),
    client: () => new Client(url),
    async owner() {
      const client = new Client(url);
      const token = new URL(setupUrl).searchParams.get('token') ?? '';
      const { email, password } = OWNER;
      const failed = ownerExists
        ? await client.signIn('password', { email, password })
        : await client.signIn('setup', { token, ...OWNER });
      if (failed !== null) throw new Error(failed);
      ownerExists = true;
      return client;
    },
    async member(name, code = inviteCode) {
      const client = new Client(url);
      const failed = await client.signIn('invite', { code, name });
      if (failed !== null) throw new Error(failed);
      return client;
    },
    async stop() {
      const code = await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
    async kill() {
      await running.end('SIGKILL');
    },
    async restart() {
      await running.end('SIGTERM');
      running = await launch({ ...base, PORT: new URL(url).port });
    },
  };
}

/** What a process of ours needs of the surroundings, and these settings: none of the developer's own. */
export function settingsOnly(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, NEXT_DIST_DIR } = process.env;
  const place = NEXT_DIST_DIR === undefined ? {} : { NEXT_DIST_DIR };
  return { NODE_ENV: 'production', PATH, HOME, ...place, ...settings };
}

/** Throws with what the server printed when it does not start. */
async function launch(env: Record<string, string>): Promise<PostilProcess> {
  const started = await startPostil(settingsOnly(env));
  if (!started.ok) throw new Error(`The server ended:\n${started.error}`);
  return started.value;
}
