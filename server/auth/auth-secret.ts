import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Result, fail, ok } from '#lib/result.ts';

const MIN_LENGTH = 16;

/** The secret that signs sessions, made once into `DATA_DIR`, readable by its owner alone. Fails in one line. */
export function generatedSecret(dataDir: string): Result<string> {
  const file = join(dataDir, 'auth-secret');
  try {
    if (!existsSync(file)) makeSecret(file);
    chmodSync(file, 0o600);
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= MIN_LENGTH) return ok(secret);
    return fail(
      `${file} holds no secret. Delete it, and everybody signs in anew; or put a copy of it back.`,
    );
  } catch (error) {
    return fail(
      `${file} cannot be used (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

/** Whole or not at all: a crash between writing and naming it leaves no empty secret. */
function makeSecret(file: string): void {
  const draft = `${file}.new`;
  const open = openSync(draft, 'w', 0o600);
  writeSync(open, randomBytes(32).toString('base64url'));
  fsyncSync(open);
  closeSync(open);
  renameSync(draft, file);
}
