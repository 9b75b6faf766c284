import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that reveals Ann's desk in the log at `file` and kills itself at `point`, e.g. `seal after`. */
export class CrashingChild {
  /** The signal that ended it; null when it came through. */
  readonly ended: Promise<NodeJS.Signals | null>;

  constructor(file: string, point: string) {
    const script = fileURLToPath(new URL('./reveal-child.ts', import.meta.url));
    const child = spawn(process.execPath, [script, file, ...point.split(' ')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  }
}
