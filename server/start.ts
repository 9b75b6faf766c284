import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedSecret } from './auth/auth-secret.ts';
import { ensureBuilt } from './build.ts';
import { openDataDir } from './data-dir.ts';
import { type DataDirUse, useDataDir } from './data-dir-use.ts';
import { listen } from './front-door.ts';
import type { Serving } from './main.ts';
import { parseSettings, raisedLimits, type Settings } from './settings.ts';
import { orExit } from './or-exit.ts';

/** `npm start` and `npm run dev`: checks, builds if need be, serves, and ends in good order. */
const OLDEST_NODE = 24;
const LONGEST_GOODBYE = 4500;

const projectDir = dirname(import.meta.dirname);
const dev = process.argv.includes('--dev');
let serving: Serving | null = null;
let dataDirUse: DataDirUse | null = null;
process.once('SIGTERM', end);
process.once('SIGINT', end);
serving = await start();

async function start(): Promise<Serving> {
  checkNode();
  setEnvironment();
  const settings = orExit(parseSettings(process.env, projectDir));
  orExit(openDataDir(settings.dataDir));
  dataDirUse = orExit(useDataDir(settings.dataDir));
  const door = orExit(await listen(settings, dev));
  if (!dev) orExit(await ensureBuilt(projectDir));
  console.log('Starting …');
  const { serve } = await import('./main.ts');
  const secret = settings.authSecret ?? orExit(generatedSecret(settings.dataDir));
  const running = orExit(
    await serve(door, { settings, secret, projectDir, version: version(), dev }),
  );
  print(settings, running);
  return running;
}

function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE) return;
  console.error(
    `Postil needs Node ${OLDEST_NODE}; this is ${process.version}. “npm start” brings its own.`,
  );
  process.exit(1);
}

/** Before Next is loaded: it looks at them when it is. */
function setEnvironment(): void {
  Object.assign(process.env, {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
}

function print(settings: Settings, { origin, links, notices }: Serving): void {
  for (const line of notices) console.log(line);
  for (const line of raisedLimits(settings)) console.log(`Limit raised: ${line}`);
  console.log(`Postil listens at ${origin}`);
  if (links.setup !== null) console.log(`setup:  ${links.setup}`);
  if (links.invite !== null) console.log(`invite: ${links.invite}`);
  console.log('Postil is ready. End it with Ctrl+C.');
}

function end(): void {
  setTimeout(() => process.exit(0), LONGEST_GOODBYE).unref();
  void closeAndExit();
}

async function closeAndExit(): Promise<void> {
  await serving?.close();
  dataDirUse?.end();
  process.exit(0);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
  const { version: found } = manifest as { version: string };
  return found;
}
