import { resolve } from 'node:path';
import { z } from 'zod';
import { RECORD_BYTES } from '#lib/protocol/limits.ts';
import { startCommand } from './start-command.ts';
import { type Result, fail, ok } from '#lib/result.ts';

/** Every setting of the environment (contract, "Starting it"), parsed once at the start. */
export const DEFAULT_PORT = 3000;
const text = z.string().trim();
const port = z.coerce.number().int().min(0).max(65_535);
const limit = z.coerce.number().int().min(1);
const code = text.regex(/^[A-Za-z0-9_-]{4,80}$/, 'takes 4 to 80 letters, digits, - or _');
const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .refine(hasNoPath, 'must have no path')
  .transform((value) => new URL(value).origin);
const later = (what: string): z.ZodOptional<z.ZodNever> =>
  z.never({ error: `${what} comes with a later version of Postil; leave it unset` }).optional();

const environmentSchema = z.object({
  PORT: port.default(DEFAULT_PORT),
  HOST: text.min(1).default('127.0.0.1'),
  PUBLIC_URL: publicUrl.optional(),
  DATA_DIR: text.optional(),
  ARTICLES_DIR: text.optional(),
  START_COMMAND: text.optional(),
  AUTH_SECRET: text.min(16, 'needs at least 16 characters').optional(),
  SETUP_TOKEN: code.optional(),
  INVITE_CODE: code.optional(),
  DATABASE_URL: later('PostgreSQL'),
  REDIS_URL: later('Redis'),
  AUTH_GITHUB_ID: text.optional(),
  AUTH_GITHUB_SECRET: text.optional(),
  AUTH_GOOGLE_ID: text.optional(),
  AUTH_GOOGLE_SECRET: text.optional(),
  AUTH_OIDC_ISSUER: z.url({ error: 'must be the issuer’s address' }).optional(),
  AUTH_OIDC_ID: text.optional(),
  AUTH_OIDC_SECRET: text.optional(),
  LIMIT_MESSAGE_BYTES: limit.default(1_048_576),
  LIMIT_RECORD_BYTES: limit.default(RECORD_BYTES),
  LIMIT_RECORDS_PER_MEMBER: limit.default(5000),
  LIMIT_PLACE_BYTES: limit.default(67_108_864),
  LIMIT_MESSAGES_PER_SECOND: limit.default(100),
  LIMIT_BYTES_PER_SECOND: limit.default(1_048_576),
  LIMIT_CONNECTIONS_PER_USER: limit.default(50),
  LIMIT_CLIENT_IDS_PER_MEMBER: limit.default(10_000),
  LIMIT_FAILED_SIGNINS_PER_MINUTE: limit.default(20),
  LIMIT_IMPORT_BYTES: limit.default(20_971_520),
});

type Environment = z.infer<typeof environmentSchema>;
type LimitName = Extract<keyof Environment, `LIMIT_${string}`>;

/** Settings that make sense only together. */
const COMPANIONS: (keyof Environment)[][] = [
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
  ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
];

interface Credentials {
  id: string;
  secret: string;
}

export interface Settings {
  port: number;
  host: string;
  /** An origin without a trailing slash. */
  publicUrl: string | null;
  /** Absolute. */
  dataDir: string;
  /** Absolute; null: look in `articles/`, then `../shared/articles`. */
  articlesDir: string | null;
  /** What to type to start this Postil again, but for `HOST` and `PORT`, e.g. `DATA_DIR=/srv/postil npm start`. */
  startCommand: string;
  authSecret: string | null;
  setupToken: string | null;
  inviteCode: string | null;
  github: Credentials | null;
  google: Credentials | null;
  oidc: (Credentials & { issuer: string }) | null;
  limits: Record<LimitName, number>;
}

/** The settings, or one line that names the bad one. `projectDir`: what relative paths start from. */
export function parseSettings(
  environment: Record<string, string | undefined>,
  projectDir: string,
): Result<Settings> {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) return fail(describe(parsed.error.issues[0]));
  const incomplete = missingCompanion(parsed.data);
  if (incomplete !== null) return fail(incomplete);
  return ok(settingsOf(parsed.data, projectDir));
}

/** `LIMIT_X=20 (default 10)` for each limit that was raised. */
export function raisedLimits(settings: Settings): string[] {
  const defaults = environmentSchema.parse({});
  return limitNames(defaults)
    .filter((name) => settings.limits[name] > defaults[name])
    .map((name) => `${name}=${settings.limits[name]} (default ${defaults[name]})`);
}

function settingsOf(values: Environment, projectDir: string): Settings {
  const pair = (id?: string, secret?: string): Credentials | null =>
    id === undefined || secret === undefined ? null : { id, secret };
  const oidc = pair(values.AUTH_OIDC_ID, values.AUTH_OIDC_SECRET);
  const issuer = values.AUTH_OIDC_ISSUER;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    dataDir: resolve(projectDir, values.DATA_DIR ?? 'data'),
    articlesDir:
      values.ARTICLES_DIR === undefined ? null : resolve(projectDir, values.ARTICLES_DIR),
    startCommand: startCommandOf(values),
    authSecret: values.AUTH_SECRET ?? null,
    setupToken: values.SETUP_TOKEN ?? null,
    inviteCode: values.INVITE_CODE ?? null,
    github: pair(values.AUTH_GITHUB_ID, values.AUTH_GITHUB_SECRET),
    google: pair(values.AUTH_GOOGLE_ID, values.AUTH_GOOGLE_SECRET),
    oidc: oidc === null || issuer === undefined ? null : { ...oidc, issuer },
    limits: limitsOf(values),
  };
}

/** Without secrets: it is shown. `START_COMMAND` is `npm run demo`, whose folder is a new one each time. */
function startCommandOf({ START_COMMAND, DATA_DIR, ARTICLES_DIR }: Environment): string {
  if (START_COMMAND !== undefined) return startCommand({ ARTICLES_DIR }, START_COMMAND);
  return startCommand({ DATA_DIR, ARTICLES_DIR }, 'npm start');
}

function limitsOf(values: Environment): Record<LimitName, number> {
  const entries = limitNames(values).map((name) => [name, values[name]]);
  return Object.fromEntries(entries) as Record<LimitName, number>;
}

function limitNames(values: Environment): LimitName[] {
  return Object.keys(values).filter((name): name is LimitName => name.startsWith('LIMIT_'));
}

function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string> {
  const set = Object.entries(environment).filter(([, value]) => value?.trim());
  return Object.fromEntries(set) as Record<string, string>;
}

function missingCompanion(values: Environment): string | null {
  for (const names of COMPANIONS) {
    const missing = names.find((name) => values[name] === undefined);
    const present = names.find((name) => values[name] !== undefined);
    if (missing !== undefined && present !== undefined)
      return `Bad setting ${missing}: it is needed when ${present} is set.`;
  }
  return null;
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  const name = issue?.path.join('.') ?? '';
  return `Bad setting ${name}: ${issue?.message ?? 'not understood'}.`;
}

function hasNoPath(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { pathname, search, hash } = new URL(value);
  return pathname === '/' && search === '' && hash === '';
}
