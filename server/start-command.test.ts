import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startCommand } from './start-command.ts';

test('only what is set is in the line', () => {
  const settings = { HOST: '0.0.0.0', PORT: undefined, DATA_DIR: '' };
  expect(startCommand(settings, 'npm start')).toBe('HOST=0.0.0.0 npm start');
});

test('a shell takes every folder as it was named', () => {
  for (const folder of ['/srv/our data', "Anna's", '$HOME/`x`', 'a"b\\c', '~/postil', '*']) {
    const line = startCommand({ DATA_DIR: folder }, `node -p process.env.DATA_DIR`);
    const said = execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
    expect(said).toBe(`${folder}\n`);
  }
});
