import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the server of a DATA_DIR is to be found while it runs, so that `npm run link` need not guess the port. */
const noteSchema = z.object({ origin: z.url(), pid: z.number().int() });

export function noteListening(dataDir: string, origin: string): void {
  writeFileSync(noteFile(dataDir), JSON.stringify({ origin, pid: process.pid }));
}

export function removeListeningNote(dataDir: string): void {
  rmSync(noteFile(dataDir), { force: true });
}

/** The origin of the links that the running server prints; null when none runs here. */
export function runningOrigin(dataDir: string): string | null {
  const note = noteSchema.safeParse(readNote(dataDir));
  return note.success && isAlive(note.data.pid) ? note.data.origin : null;
}

function readNote(dataDir: string): unknown {
  try {
    return JSON.parse(readFileSync(noteFile(dataDir), 'utf8'));
  } catch {
    return null;
  }
}

/** A server that was killed leaves its note behind. EPERM: it runs as another user. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function noteFile(dataDir: string): string {
  return join(dataDir, 'listening.json');
}
