import type { Result } from '#lib/result.ts';

/** The value; or one line for the person at the terminal, and the end. */
export function orExit<T>(result: Result<T>): T {
  if (!result.ok) {
    process.stderr.write(`${result.error}\n`);
    process.exit(1);
  }
  return result.value;
}
