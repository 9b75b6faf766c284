import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '#lib/result.ts';

/** `npm start` in a process of its own. */
export interface PostilProcess {
  /** E.g. `http://localhost:40123`. */
  url: string;
  /** Everything printed so far. */
  output(): string;
  /** The word after this one at the beginning of a line of its output: a link. Throws when it was not printed. */
  printed(word: 'setup' | 'invite'): string;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const projectDir = dirname(dirname(import.meta.dirname));

/** Whatever is still running ends with this process; one listener for all. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/**
 * Resolves when the server says that it is ready; fails with what it printed when it ends before. `ownGroup`: an interrupt at the
 * terminal is not for it, but for who started it.
 */
export async function startPostil(
  env: NodeJS.ProcessEnv,
  { ownGroup = false } = {},
): Promise<Result<PostilProcess>> {
  const child = spawn(process.execPath, ['server/start.ts'], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  let output = '';
  const ended = endOf(child);
  const isReady = await new Promise<boolean>((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (/^Postil is ready/m.test(output)) resolve(true);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => resolve(false));
  });
  if (!isReady) return fail(output.trim());
  return ok({
    url: lineOf(output, /^Postil listens at (\S+)$/m),
    output: () => output,
    printed: (word) => lineOf(output, new RegExp(`^${word}: +(\\S+)$`, 'm')),
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  children.add(child);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
}

function lineOf(output: string, pattern: RegExp): string {
  const found = pattern.exec(output)?.[1];
  if (found === undefined) throw new Error(`${pattern} was not printed:\n${output}`);
  return found;
}
