import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { settingsOnly } from './postil-server.ts';

/** `npm run demo` in a process of its own, with a folder of its own for temporary files. */
export interface DemoCommand {
  /** Resolves once what was printed fits; rejects when the command ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Names of what is in its folder for temporary files. */
  temporary(): string[];
  /** Of the server that it started, once that listens. */
  serverPid(): number;
  /** The exit code, and what is left in that folder, which goes then. Without a signal it waits for its end. */
  end(signal?: 'SIGINT' | 'SIGTERM'): Promise<{ code: number | null; left: string[] }>;
}

const projectDir = dirname(dirname(import.meta.dirname));

/** On the digests, so that every machine tests the same. */
export function startDemo(args: string[], env: Record<string, string> = {}): DemoCommand {
  const folder = mkdtempSync(join(tmpdir(), 'postil-demo-test-'));
  const settings = { TMPDIR: folder, ARTICLES_DIR: join(folder, 'no-articles'), ...env };
  const child = spawn(process.execPath, ['server/demo.ts', ...args], {
    cwd: projectDir,
    env: settingsOnly(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const temporary = (): string[] =>
    readdirSync(folder).filter((name) => name.startsWith('postil-'));
  const stop = (): unknown => child.kill('SIGTERM');
  process.once('exit', stop);
  let output = '';
  let heard: () => void = () => {};
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    heard();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        heard = () => {
          const found = pattern.exec(output);
          if (found !== null) resolve(found);
        };
        heard();
        void ended.then((code) => reject(new Error(`The demo ended with ${code}:\n${output}`)));
      }),
    temporary,
    serverPid() {
      const note = readFileSync(join(folder, temporary()[0] ?? '', 'listening.json'), 'utf8');
      return (JSON.parse(note) as { pid: number }).pid;
    },
    async end(signal) {
      if (signal !== undefined) child.kill(signal);
      const code = await ended;
      process.off('exit', stop);
      const left = readdirSync(folder);
      rmSync(folder, { recursive: true });
      return { code, left };
    },
  };
}
