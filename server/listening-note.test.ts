import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteListening, removeListeningNote, runningOrigin } from './listening-note.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'postil-note-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('the origin is known while the server runs, and nothing is left when it stops', () => {
  expect(runningOrigin(dataDir)).toBeNull();
  noteListening(dataDir, 'http://localhost:3400');
  expect(runningOrigin(dataDir)).toBe('http://localhost:3400');
  removeListeningNote(dataDir);
  expect(runningOrigin(dataDir)).toBeNull();
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a note that a killed server left, or that cannot be read, counts for nothing', () => {
  // Above the largest process id of Linux and macOS.
  const left = JSON.stringify({ origin: 'http://localhost:3400', pid: 2 ** 30 });
  for (const note of [left, '{"origin":', '{}']) {
    writeFileSync(join(dataDir, 'listening.json'), note);
    expect(runningOrigin(dataDir)).toBeNull();
  }
});
